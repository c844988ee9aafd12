import type { StoreUnavailable } from '@siagh-sync/sync-core'
import { errAsync, okAsync, type ResultAsync } from 'neverthrow'

/** Runs `work` at once and returns its value in the form of the store port. */
export type Attempt = <T>(work: () => T) => ResultAsync<T, StoreUnavailable>

/** Returns `store_unavailable` while `isOpen` returns `false`, and if `work` throws. */
export function createAttempt(isOpen: () => boolean): Attempt {
  return (work) => {
    if (!isOpen()) return errAsync(unavailable('the store is closed'))
    try {
      return okAsync(work())
    } catch (cause) {
      return errAsync(unavailable(cause instanceof Error ? cause.message : String(cause), cause))
    }
  }
}

function unavailable(reason: string, cause?: unknown): StoreUnavailable {
  return { kind: 'store_unavailable', retryable: true, message: `memory store: ${reason}`, cause }
}
