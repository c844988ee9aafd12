import { err, type Result, type ResultAsync } from 'neverthrow'
import type { SyncError } from '../errors'
import { ruleFailureWords } from './guard-rules'
import { worded } from '../messages/core-messages'

/** With `containSteps` and `containNow` the one place where a thrown value is caught: it is a bug of ours, or of something that the site has put in. */
export async function contain<T>(work: () => ResultAsync<T, SyncError>): Promise<Result<T, SyncError>> {
  try {
    return await work()
  } catch (cause) {
    return err(defect(cause))
  }
}

/**
 * The same for work that tells of itself step by step. As long as somebody waits for a step the process lives, although the timers of our
 * clock alone would let it end.
 */
export async function* containSteps<T>(
  work: () => AsyncIterable<Result<T, SyncError>>,
): AsyncGenerator<Result<T, SyncError>> {
  let alive = stayAlive()
  try {
    for await (const step of work()) {
      clearInterval(alive)
      yield step
      alive = stayAlive()
    }
  } catch (cause) {
    yield err(defect(cause))
  } finally {
    clearInterval(alive)
  }
}

function stayAlive(): NodeJS.Timeout {
  return setInterval(() => {}, 2 ** 30)
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
function defect(cause: unknown): SyncError {
  const words = ruleFailureWords(cause)
  if (words !== undefined) return { kind: 'defect', retryable: false, ...words, cause }
  const what = cause instanceof Error ? cause.name : typeof cause
  return { kind: 'defect', retryable: false, ...worded('bug', { what }), cause }
}
