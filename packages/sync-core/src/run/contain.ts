import { err, type Result, type ResultAsync } from 'neverthrow'
import type { SyncError } from '../errors'

/** With `containSteps` the one place where a thrown value is caught: it is a bug of ours, or of something that the site has put in. */
export async function contain<T>(work: () => ResultAsync<T, SyncError>): Promise<Result<T, SyncError>> {
  try {
    return await work()
  } catch (cause) {
    return err(defect(cause))
  }
}

/** The same for work that tells of itself step by step. */
export async function* containSteps<T>(
  work: () => AsyncIterable<Result<T, SyncError>>,
): AsyncGenerator<Result<T, SyncError>> {
  try {
    yield* work()
  } catch (cause) {
    yield err(defect(cause))
  }
}

/** `message` names no more than the type of what was thrown, which may quote a record. */
function defect(cause: unknown): SyncError {
  const what = cause instanceof Error ? cause.name : typeof cause
  return { kind: 'defect', retryable: false, message: `a bug: ${what}`, cause }
}
