import { err, ok, type Result } from 'neverthrow'
import type { Request, Response } from 'express'
import { unauthorized, type Answer } from './answer'
import type { Authenticator, Credentials } from './auth/authenticator'
import type { ReadBody, ReceivedBody } from './read-body'

/** A request that may be believed; its body, if that had to be read to know. */
export interface Admitted {
  readonly query: URLSearchParams
  readonly body?: ReceivedBody
}

const parsedTooEarly =
  'webhook refused, as a body parser took apart the bytes that are signed: mount it later, or keep them in req.rawBody'

/**
 * Decides about a request before anything of it is parsed: 401, or in it comes. The body is read only where its
 * signature decides; a body that the application's parser took apart can no longer be checked, and is refused.
 */
export async function admit(
  req: Request,
  res: Response,
  pathSecret: string | undefined,
  { auth, readBody }: { readonly auth: Authenticator; readonly readBody: ReadBody },
): Promise<Result<Admitted, Answer>> {
  const credentials = credentialsOf(req, pathSecret)
  const verdict = auth.check(credentials)
  if (verdict === 'accepted') return ok({ query: credentials.query })
  if (verdict === 'refused') return err(unauthorized)

  const body = await readBody(req, res)
  return body.andThen((received) => {
    if (received.kind === 'parsed') return err({ ...unauthorized, note: parsedTooEarly })
    const signed = auth.check({ ...credentials, body: received.bytes }) === 'accepted'
    return signed ? ok({ query: credentials.query, body: received }) : err(unauthorized)
  })
}

function credentialsOf(req: Request, pathSecret: string | undefined): Credentials {
  const { method, headers, url } = req
  const remoteAddress = req.socket.remoteAddress
  // Not `req.query`: its parser is the application's choice and may make objects of `id[a]=`.
  const start = url.indexOf('?')
  return {
    method,
    headers,
    query: new URLSearchParams(start === -1 ? '' : url.slice(start)),
    ...(pathSecret === undefined ? {} : { pathSecret }),
    ...(remoteAddress === undefined ? {} : { remoteAddress }),
  }
}
