import { http, type RequestHandler } from 'msw'
import type { Incoming } from './serve'

const readRequest = async (request: Request, baseUrl: string): Promise<Incoming> => ({
  method: request.method,
  path: new URL(request.url).pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, '').length),
  authorization: request.headers.get('authorization'),
  body: request.method === 'GET' || request.method === 'HEAD' ? '' : await request.text(),
})

/** The msw handler of everything under a base URL. */
export const handlerOf = (baseUrl: string, serve: (incoming: Incoming) => Promise<Response>): RequestHandler =>
  http.all(`${baseUrl}/*`, async ({ request }) => serve(await readRequest(request, baseUrl)))
