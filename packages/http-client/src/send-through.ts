import type { Result } from 'neverthrow'
import type { ApiError } from './api-error'
import type { Outcome } from './outcome'
import { prepareRequest, type PreparedRequest } from './prepared-request'
import type { RequestFetch, Sent } from './transport-types'

/** What came of a request, or why there was no session to send it with. */
export type Delivered = Result<Outcome, ApiError>

/**
 * Lets openapi-fetch build the request and takes it over inside the fetch that it calls. openapi-fetch gets an empty answer back,
 * because it reads bodies without a limit and throws on what is not JSON.
 */
export async function sendThrough(
  send: (fetch: RequestFetch) => Promise<Sent>,
  deliver: (request: PreparedRequest) => Promise<Delivered>,
): Promise<Delivered> {
  const box: { delivered?: Delivered } = {}
  await send(async (request) => {
    box.delivered = await deliver(await prepareRequest(request))
    return emptyAnswer(box.delivered)
  })
  if (box.delivered === undefined) throw new Error('send() did not use the fetch that it was given')
  return box.delivered
}

// One for each status serves all calls: without a body there is nothing to use up, and a new one each time costs a tenth of a call.
const emptyAnswers = new Map<number, Response>()

function emptyAnswer(delivered: Delivered): Response {
  const outcome = delivered.unwrapOr(undefined)
  const status = outcome?.kind === 'answer' && outcome.response.status <= 599 ? outcome.response.status : 502
  const answer = emptyAnswers.get(status) ?? new Response(null, { status, headers: { 'content-length': '0' } })
  emptyAnswers.set(status, answer)
  return answer
}
