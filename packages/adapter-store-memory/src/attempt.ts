import type { StoreUnavailable } from '@siagh-sync/sync-core'
import { okAsync, Result, type ResultAsync } from 'neverthrow'

/** Runs `work` at once and hands its value back the way the store port wants it. */
export type Attempt = <T>(work: () => T) => ResultAsync<T, StoreUnavailable>

/** `store_unavailable` while `isOpen` says no, and for whatever `work` throws. */
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
