import { err, type Result, type ResultAsync } from 'neverthrow'
import type { SyncError } from '../errors'
import { ruleFailureWords } from './guard-rules'
import { worded } from '../messages/core-messages'

/**
 * Turns a thrown value into the error `defect`. Only this function, `containNow` and `eventsOf` catch thrown values.
 * A thrown value is a bug of this package, or of a function that the site has supplied.
 */
export async function contain<T>(work: () => ResultAsync<T, SyncError>): Promise<Result<T, SyncError>> {
  try {
    return await work()
  } catch (cause) {
    return err(defect(cause))
  }
}

/** The same for synchronous work. */
export function containNow<T>(work: () => Result<T, SyncError>): Result<T, SyncError> {
  try {
    return work()
  } catch (cause) {
    return err(defect(cause))
  }
}

/**
 * The error `defect`. If a rule of the site has thrown, the site sees what was thrown. For any other thrown value,
 * `message` names only its type, because the value may quote a record.
 */
export function defect(cause: unknown): SyncError {
  const words = ruleFailureWords(cause)
  if (words !== undefined) return { kind: 'defect', retryable: false, ...words, cause }
  const what = cause instanceof Error ? cause.name : typeof cause
  return { kind: 'defect', retryable: false, ...worded('bug', { what }), cause }
}
