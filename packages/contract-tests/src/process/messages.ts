import type { Flow, Store } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'

/** The parts of the store that have methods. `flow`: the methods of the store itself. */
export type Parts = Omit<Store, keyof Flow | 'close'> & { readonly flow: Flow }

/** A request to the other process, as a line of JSON on its stdin. */
export interface Call {
  readonly id: number
  readonly part: string
  readonly method: string
  readonly parameters: readonly unknown[]
}

/**
 * The reply of the other process, as a line of JSON on its stdout. The first line has the id 0: the store is open.
 */
export interface Reply {
  readonly id: number
  readonly value?: unknown
  /** Why there is no value. */
  readonly failure?: string
}

/** The value that a method of the store returns if it does not fail. */
export type ValueOf<Method> = Method extends (...parameters: never[]) => ResultAsync<infer Value, infer _>
  ? Value
  : never

/** The arguments of a method of the store. */
export type ParametersOf<Method> = Method extends (...parameters: infer Given) => unknown ? Given : never
