import { Webhook } from 'standardwebhooks'
import type { Authenticator, Credentials, Verdict } from './authenticator'
import { maskOf, secretList } from './secret-list'

const headers = ['webhook-id', 'webhook-timestamp', 'webhook-signature']

/**
 * Accepts a POST with a signature as in https://www.standardwebhooks.com: `webhook-id`, `webhook-timestamp` and
 * `webhook-signature`, at most five minutes old. It is for middleware between the CRM and this service. Secrets are
 * base64, with or without `whsec_`. Several secrets are valid at once, so that one can replace another. The signature
 * covers the body and not the query, so other methods are refused. Throws when a secret is not base64 of 16 bytes or
 * more.
 */
export function signature(secrets: string | readonly string[]): Authenticator {
  const list = secretList(secrets, 'signature')
  const webhooks = list.map(webhookOf)

  const check = ({ method, headers: sent, body }: Credentials): Verdict => {
    const signed = headers.map((name) => [name, sent[name]] as const)
    if (method !== 'POST' || !signed.every(isText)) return 'refused'
    if (body === undefined) return 'body_needed'
    return webhooks.filter((webhook) => isSigned(webhook, body, Object.fromEntries(signed))).length > 0
      ? 'accepted'
      : 'refused'
  }
  return { secrets: { parameters: [], headers: ['webhook-signature'], inPath: false, mask: maskOf(list) }, check }
}

function webhookOf(secret: string): Webhook {
  const base64 = secret.replace(/^whsec_/, '')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0 || Buffer.from(base64, 'base64').length < 16) {
    throw new TypeError(
      'signature needs secrets in base64, of at least 16 bytes, with or without "whsec_" before them.',
    )
  }
  return new Webhook(secret)
}

function isText(header: readonly [string, unknown]): header is readonly [string, string] {
  return typeof header[1] === 'string'
}

function isSigned(webhook: Webhook, body: Uint8Array, signed: Record<string, string>): boolean {
  try {
    // The library accepts only a text or a `Buffer`.
    webhook.verify(Buffer.from(body.buffer, body.byteOffset, body.byteLength), signed, { jsonParse: false })
    return true
  } catch {
    // The library throws for every reason. The sender must not learn it.
    return false
  }
}
