import type { RequestHandler, Response } from 'express'
import type { RawWebhook } from './anonymise-webhook'

/** Methods with which a `Request` can be made again. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])

/**
 * Notes each webhook once its answer was sent. It stands before the router of the webhooks and changes nothing for it: the
 * body is the one that the router has read. `/test`, which shows what was sent, is left out. `note` must not throw.
 */
export function recordWebhooks(note: (raw: RawWebhook) => void): RequestHandler {
  return (request, response, next) => {
    const { method, url: path, headers } = request
    if (!METHODS.has(method) || /\/test\/?(?:\?|$)/i.test(path)) {
      next()
      return
    }
    const answer = keepAnswer(response)
    response.once('finish', () => {
      const body: unknown = request.body
      note({
        ...{ method, path, status: response.statusCode, answer: answer() },
        contentType: headers['content-type'],
        contentEncoding: headers['content-encoding'],
        body: body instanceof Uint8Array ? body : undefined,
      })
    })
    next()
  }
}

/** Keeps the text with which the response is ended. */
function keepAnswer(response: Response): () => string {
  let answer = ''
  const end = response.end.bind(response)
  response.end = ((...parts: Parameters<typeof end>) => {
    const text: unknown = parts[0]
    if (typeof text === 'string') answer = text
    return end(...parts)
  }) as typeof response.end
  return () => answer
}
