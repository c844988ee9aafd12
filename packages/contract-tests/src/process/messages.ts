import type { Store } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'

/** A part of the store that has methods. */
export type Part = Exclude<keyof Store, 'close'>

/** What is asked of the other process, as a line of JSON on its stdin. */
export interface Call {
  readonly id: number
  readonly part: string
  readonly method: string
  readonly parameters: readonly unknown[]
}

/** What it answers, as a line of JSON on its stdout. Its first line has the id 0: the store is open. */
export interface Answer {
  readonly id: number
  readonly value?: unknown
  /** Why there is no value. */
  readonly failure?: string
}

/** What a method of the store answers where it does not fail. */
export type ValueOf<Method> = Method extends (...parameters: never[]) => ResultAsync<infer Value, infer _>
  ? Value
  : never

/** What a method of the store is called with. */
export type ParametersOf<Method> = Method extends (...parameters: infer Given) => unknown ? Given : never
