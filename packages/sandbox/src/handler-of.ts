import type { RequestHandler } from 'msw'
import type { AnswerOrFailure } from './answer'
import { loadMsw } from './load-msw'
import type { Incoming } from './serve'

const readRequest = async (request: Request, baseUrl: string): Promise<Incoming> => ({
  method: request.method,
  path: new URL(request.url).pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, '').length),
  authorization: request.headers.get('authorization'),
  body: request.method === 'GET' || request.method === 'HEAD' ? '' : await request.text(),
})

/** The msw handler of everything under a base URL. Throws one sentence where msw is not installed. */
export function handlerOf(baseUrl: string, serve: (incoming: Incoming) => Promise<AnswerOrFailure>): RequestHandler {
  const { http, HttpResponse } = loadMsw()
  // msw hands a failure on as the `cause` of the `TypeError` that `fetch` rejects with: the code is where undici puts it.
  const toResponse = (ended: AnswerOrFailure): Response =>
    'failure' in ended
      ? Object.assign(HttpResponse.error(), { code: ended.failure })
      : new Response(ended.body, { status: ended.status, headers: ended.headers })
  return http.all(`${baseUrl}/*`, async ({ request }) => toResponse(await serve(await readRequest(request, baseUrl))))
}
