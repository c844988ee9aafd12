import type { Anonymiser } from './anonymise-body'
import { parse } from './anonymise-exchange'
import { anonymousPairs, anonymousPath } from './anonymise-path'
import { knownContentType } from './content-types'

/** A webhook of the CRM and our answer, as they were. */
export interface RawWebhook {
  readonly method: string
  /** Below the place where the webhooks come in, with its query: `/identity?event=…`. */
  readonly path: string
  readonly contentType: string | undefined
  readonly contentEncoding: string | undefined
  /** Absent: the body was not read, because it did not matter for the answer. */
  readonly body: Uint8Array | undefined
  readonly status: number
  /** The JSON of our answer. */
  readonly answer: string
}

/** A webhook as it is written down. The webhooks are tested against it. */
export interface RecordedWebhook {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: unknown
    /** In place of `body`: the body was no JSON. */
    readonly text?: string
    /** The text was not in UTF-8. */
    readonly isBroken?: true
  }
  readonly response: { readonly status: number; readonly body: unknown }
}

/** What stands in place of a secret that was accepted, and of any other. */
const SECRETS = { accepted: 'no-real-webhook-secret', refused: 'another-webhook-secret' }

/** The webhook with everything replaced that says something of somebody. Of the headers, only those of the body stay. */
export function anonymiseWebhook(anonymiser: Anonymiser, raw: RawWebhook): RecordedWebhook {
  const { method, path, contentType, contentEncoding, status } = raw
  const secret = status === 401 ? SECRETS.refused : SECRETS.accepted
  return {
    request: {
      method,
      path: `/webhook/crm${anonymousPath(anonymiser, path, secret)}`,
      headers: {
        ...(contentType !== undefined && { 'content-type': knownContentType(contentType) }),
        ...(contentEncoding !== undefined && { 'content-encoding': knownEncoding(contentEncoding) }),
      },
      ...(raw.body !== undefined && raw.body.length > 0 && bodyOf(anonymiser, contentType, raw.body, secret)),
    },
    response: { status, body: answerOf(anonymiser, parse(raw.answer)?.json) },
  }
}

function bodyOf(anonymiser: Anonymiser, contentType: string | undefined, bytes: Uint8Array, secret: string) {
  const text = new TextDecoder().decode(bytes)
  const isBroken = !Buffer.from(text).equals(bytes) && text.includes('\ufffd')
  if (isForm(contentType)) return { text: anonymousPairs(anonymiser, text, secret), ...(isBroken && { isBroken }) }
  const parsed = parse(text)
  if (parsed !== undefined && !isBroken) return { body: anonymiser.json(parsed.json) }
  return { text: anonymiser.page(text), ...(isBroken && { isBroken }) }
}

function isForm(contentType = ''): boolean {
  return knownContentType(contentType).startsWith('application/x-www-form-urlencoded')
}

function knownEncoding(encoding: string): string {
  return /^(?:identity|gzip|deflate|br|zstd)$/i.test(encoding) ? encoding : 'unknown'
}

/** An answer of ours repeats nothing that was sent but the id, in the key of what was accepted. */
function answerOf(anonymiser: Anonymiser, answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('key' in answer)) return answer
  const [kind = '', ...id] = String(answer.key).split('/')
  return { ...answer, key: `${kind}/${anonymiser.text(id.join('/'))}` }
}
