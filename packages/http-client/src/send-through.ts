import type { Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { prepareRequest, type PreparedRequest } from './prepared-request'
import type { RequestFetch, Sent } from './transport-types'

/** What came of a request, and the status of its answer where there was one. */
export interface Delivered<T> {
  readonly result: Result<T, ApiError>
  readonly status?: number
}

/**
 * Lets openapi-fetch build the request and takes it over inside the fetch that it calls. openapi-fetch gets an empty answer back,
 * because it reads bodies without a limit and throws on what is not JSON.
 */
export async function sendThrough<T>(
  send: (fetch: RequestFetch) => Promise<Sent>,
  deliver: (request: PreparedRequest) => Promise<Delivered<T>>,
): Promise<Result<T, ApiError>> {
  const box: { delivered?: Delivered<T> } = {}
  await send(async (request) => {
    box.delivered = await deliver(await prepareRequest(request))
    return emptyAnswer(box.delivered)
  })
  if (box.delivered === undefined) throw new Error('send() did not use the fetch that it was given')
  return box.delivered.result
}

// One for each status serves all calls: without a body there is nothing to use up, and a new one each time costs a tenth of a call.
const emptyAnswers = new Map<number, Response>()

function emptyAnswer({ status: answered }: Delivered<unknown>): Response {
  const status = answered !== undefined && answered <= 599 ? answered : 502
  const answer = emptyAnswers.get(status) ?? new Response(null, { status, headers: { 'content-length': '0' } })
  emptyAnswers.set(status, answer)
  return answer
}
