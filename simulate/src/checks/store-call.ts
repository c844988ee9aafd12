import type { Result } from 'neverthrow'
import type { Machine } from '../scheduler/machine'

/** A call of the store, as it took effect (`result`) and as the caller was told (`told`). */
export interface StoreCall {
  readonly machine: Machine
  readonly name: string
  readonly args: readonly unknown[]
  readonly result: Result<unknown, unknown>
  readonly told: Result<unknown, unknown>
}
