import type { StoreUnavailable } from '@siagh-sync/sync-core'
import { okAsync, Result, type ResultAsync } from 'neverthrow'

/** Runs `work` at once and returns its value in the form of the store port. */
export type Attempt = <T>(work: () => T) => ResultAsync<T, StoreUnavailable>

/** Returns `store_unavailable` while `isOpen` returns `false`, and if `work` throws. */
export function createAttempt(isOpen: () => boolean): Attempt {
  return (work) => {
    const run = Result.fromThrowable(() => {
      if (!isOpen()) throw new Error('the store is closed')
      return work()
    }, toUnavailable)
    return run().asyncAndThen((value) => okAsync(value))
  }
}

function toUnavailable(cause: unknown): StoreUnavailable {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return { kind: 'store_unavailable', retryable: true, message: `memory store: ${reason}`, cause }
}
