import { err, ok, type Result } from 'neverthrow'
import type { Authenticator, Credentials } from './auth/authenticator'
import type { PlainRequest, ReceivedBody } from './plain-request'
import { bodyUnreadable, unauthorized, type WebhookAnswer } from './plain-response'

/** A request from an accepted sender. */
export interface BelievedRequest {
  readonly query: URLSearchParams
  /** The body, if it was read to check a signature. */
  readonly body?: ReceivedBody
}

const parsedTooEarly: WebhookAnswer = {
  ...unauthorized,
  note: 'webhook refused, as a body parser took apart the bytes that are signed: mount it later, or keep them in req.rawBody',
}

const senderUnknown: WebhookAnswer = {
  ...unauthorized,
  note: 'webhook refused, as the address of its sender is unknown: hand { remoteAddress } to the handler for allowIps',
}

/**
 * Decides whether the sender is accepted, before anything of the request is parsed. The body is read only when its
 * signature decides. If a parser of the application has already parsed the body, its signature cannot be checked, and
 * the request is refused.
 */
export async function checkSender(
  request: PlainRequest,
  pathSecret: string | undefined,
  { auth, bodyLimit }: { readonly auth: Authenticator; readonly bodyLimit: number },
): Promise<Result<BelievedRequest, WebhookAnswer>> {
  const credentials = credentialsOf(request, pathSecret)
  const { query } = credentials
  const verdict = auth.check(credentials)
  if (verdict === 'accepted') return ok({ query })
  if (verdict === 'refused') return err(refusalOf(credentials, auth))

  const body = await request.readBody(bodyLimit)
  return body.mapErr(bodyUnreadable).andThen((received) => {
    if (received.kind === 'parsed') return err(parsedTooEarly)
    const signed = auth.check({ ...credentials, body: received.bytes }) === 'accepted'
    return signed ? ok({ query, body: received }) : err(unauthorized)
  })
}

function credentialsOf({ method, headers, query, remoteAddress }: PlainRequest, pathSecret?: string): Credentials {
  return {
    method,
    headers,
    // The query is parsed here, because the parser of a framework may make objects of `id[a]=`.
    query: new URLSearchParams(query),
    ...(pathSecret === undefined ? {} : { pathSecret }),
    ...(remoteAddress === undefined ? {} : { remoteAddress }),
  }
}

function refusalOf({ remoteAddress }: Credentials, { usesAddress }: Authenticator): WebhookAnswer {
  return usesAddress && remoteAddress === undefined ? senderUnknown : unauthorized
}
