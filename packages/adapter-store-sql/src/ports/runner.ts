import type { StoreUnavailable } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import type { Operation } from '../operation'

/** Runs operations on one database; with the dialect the only part of the store that knows which. */
export interface Runner {
  /** Runs an operation that reads, on what is committed. */
  read<T>(operation: () => Operation<T>): ResultAsync<T, StoreUnavailable>
  /** Runs an operation in a transaction of its own, and resolves once it is on disk. */
  write<T>(operation: () => Operation<T>): ResultAsync<T, StoreUnavailable>
  /** The same for an operation that writes with several statements: one that fails half-way has written nothing. */
  writeWhole<T>(operation: () => Operation<T>): ResultAsync<T, StoreUnavailable>
  /**
   * The same as `write`, but resolves before it is on disk: for what a power cut may take back. A crash of the process does not, and every
   * other process sees it at once.
   */
  writeUnsynced<T>(operation: () => Operation<T>): ResultAsync<T, StoreUnavailable>
}

/** The failure of a call whose operation threw. */
export function unavailable(cause: unknown): StoreUnavailable {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return { kind: 'store_unavailable', retryable: true, message: `store: ${reason}`, cause }
}
