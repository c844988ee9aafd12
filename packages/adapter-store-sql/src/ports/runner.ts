import type { StoreUnavailable } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import type { Operation } from '../operation'

/** Runs operations on one database. Only the runner and the dialect know which database it is. */
export interface Runner {
  /** Runs an operation that reads committed data. */
  read<T>(operation: () => Operation<T>): ResultAsync<T, StoreUnavailable>
  /** Runs an operation in its own transaction. Resolves when it is on disk. */
  write<T>(operation: () => Operation<T>): ResultAsync<T, StoreUnavailable>
  /** The same for an operation that writes with several statements. If it fails half-way, it has written nothing. */
  writeWhole<T>(operation: () => Operation<T>): ResultAsync<T, StoreUnavailable>
  /**
   * The same as `write`, but resolves before the write is on disk. For writes that a power failure may undo. A crash
   * of the process does not undo them, and every other process sees them at once.
   */
  writeUnsynced<T>(operation: () => Operation<T>): ResultAsync<T, StoreUnavailable>
}

/** The error of a call with an operation that threw. */
export function unavailable(cause: unknown): StoreUnavailable {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return { kind: 'store_unavailable', retryable: true, message: `store: ${reason}`, cause }
}
