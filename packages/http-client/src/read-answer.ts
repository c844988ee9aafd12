import { err, ok, Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { coded } from './api-words'
import { errorOf, type FailedCall } from './error-of'
import { malformed, outcomeUnknown } from './errors'
import type { AttemptEnd } from './attempt-end'

/** Turns the JSON body of a 2xx into a value. */
export type ReadBody<T> = (body: unknown, response: Response) => Result<T, ApiError>

/** The result of an attempt for the caller: the value of a 2xx, or the error. */
export function readAnswer<T>(call: FailedCall, end: AttemptEnd, read: ReadBody<T>): Result<T, ApiError> {
  if (end.kind !== 'answer' || !end.response.ok) return err(errorOf(call, end))
  return parse(call, end.text)
    .andThen((body) => read(body, end.response))
    .mapErr((error) => unreadable(call, error))
}

const parseJson = Result.fromThrowable(
  (text: string): unknown => JSON.parse(text),
  () => 'not JSON' as const,
)

function parse({ system }: FailedCall, text: string): Result<unknown, ApiError> {
  if (text.trim() === '') return ok(undefined)
  return parseJson(text).mapErr(() => malformed(system, '', coded('answer_no_json', 'The answer is not JSON')))
}

/** The server has answered a write with 2xx, so it may have executed the write, even if its answer cannot be read. */
function unreadable({ system, kind }: FailedCall, error: ApiError): ApiError {
  if (kind === 'read' || error.kind !== 'malformed') return error
  const place = error.path === '' ? '' : ` at ${error.path}`
  return outcomeUnknown(system, coded('write_answer_unreadable', `The answer to a write cannot be read${place}`))
}
