import type { Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { readRequest, type RepeatableRequest } from './repeatable-request'
import type { RequestFetch, Sent } from './transport-types'

/** The result of a request, and the status of its answer if there was one. */
export interface Delivered<T> {
  readonly result: Result<T, ApiError>
  readonly status?: number
}

/**
 * Lets openapi-fetch build the request, and sends the request in the fetch that openapi-fetch calls. openapi-fetch
 * gets an empty answer, because it reads bodies without a limit and throws if they are not JSON.
 */
export async function sendThrough<T>(
  send: (fetch: RequestFetch) => Promise<Sent>,
  deliver: (request: RepeatableRequest) => Promise<Delivered<T>>,
): Promise<Result<T, ApiError>> {
  const box: { delivered?: Delivered<T> } = {}
  await send(async (request) => {
    box.delivered = await deliver(await readRequest(request))
    return emptyAnswer(box.delivered)
  })
  if (box.delivered === undefined) throw new Error('send() did not use the fetch that it was given')
  return box.delivered.result
}

function emptyAnswer({ status = 502 }: Delivered<unknown>): Response {
  return new Response(null, { status: status <= 599 ? status : 502, headers: { 'content-length': '0' } })
}
