import type { FinishRun, InboxChange, RunEnd } from '@siagh-sync/sync-core'
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

/** The record that a call is about: the lease's, the key's, the entry's. */
export function keyIn(args: readonly unknown[]): { readonly kind: string; readonly id: string } | undefined {
  const [first] = args
  if (typeof first !== 'object' || first === null) return undefined
  if ('key' in first) return keyIn([first.key])
  return 'kind' in first && 'id' in first ? { kind: String(first.kind), id: String(first.id) } : undefined
}

/** What the end of a run has made of the record's entry in the inbox. `undefined`: the call is no such end, or nothing was written. */
export function inboxChangeOf({ name, args, result }: StoreCall): InboxChange | undefined {
  if (name !== 'finish' || result.isErr()) return undefined
  return (result.value as FinishRun).status === 'finished' ? (args[1] as RunEnd).inbox : undefined
}
