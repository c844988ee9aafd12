import { err, type Result, type ResultAsync } from 'neverthrow'
import type { SyncError } from '../errors'
import { ruleFailureWords } from './guard-rules'
import { worded } from '../messages/core-messages'

/** With `eventsOf` and `containNow` the one place where a thrown value is caught: it is a bug of ours, or of something that the site has put in. */
export async function contain<T>(work: () => ResultAsync<T, SyncError>): Promise<Result<T, SyncError>> {
  try {
    return await work()
  } catch (cause) {
    return err(defect(cause))
  }
}

/** The same for work that waits for nothing. */
export function containNow<T>(work: () => Result<T, SyncError>): Result<T, SyncError> {
  try {
    return work()
  } catch (cause) {
    return err(defect(cause))
  }
}

/**
 * What a rule of the site has thrown is shown to the site. Of any other thrown value `message` names no more than the type: it may quote a
 * record.
 */
export function defect(cause: unknown): SyncError {
  const words = ruleFailureWords(cause)
  if (words !== undefined) return { kind: 'defect', retryable: false, ...words, cause }
  const what = cause instanceof Error ? cause.name : typeof cause
  return { kind: 'defect', retryable: false, ...worded('bug', { what }), cause }
}
