import { err, ResultAsync, type Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { defect } from './errors'

/**
 * The outermost edge of every call of a transport. An aborted signal ends the call at once with `whenAborted()`.
 * Every thrown value becomes a `defect`.
 */
export function atOutermostEdge<T>(
  signal: AbortSignal | undefined,
  whenAborted: () => ApiError,
  run: () => Promise<Result<T, ApiError>>,
): ResultAsync<T, ApiError> {
  const guarded = async (): Promise<Result<T, ApiError>> => {
    try {
      return await (signal === undefined ? run() : untilAborted(signal, whenAborted, run))
    } catch (thrown) {
      return err(defect(thrown))
    }
  }
  return new ResultAsync(guarded())
}

function untilAborted<T>(
  signal: AbortSignal,
  whenAborted: () => ApiError,
  run: () => Promise<Result<T, ApiError>>,
): Promise<Result<T, ApiError>> {
  if (signal.aborted) return Promise.resolve(err(whenAborted()))
  return new Promise((resolve, reject) => {
    const abort = () => resolve(err(whenAborted()))
    signal.addEventListener('abort', abort)
    run()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort))
  })
}
