import type { Reason } from '@siagh-sync/http-client'

const maxReasons = 20
const maxLength = 500
const htmlPage = /^<|<(?:!doctype|html|head|body)\b/i

/**
 * The reasons in a refusal of the CRM. Its bodies have several forms: `{ code, message, errorDetails: [{ field,
 * message }] }`, `{ message }`, a JSON string, plain text, an HTML page of the IIS in front, or nothing. At most 20
 * reasons of at most 500 characters each. An HTML page gives none.
 */
export function readReasons(body: unknown): readonly Reason[] {
  const reasons = new Map<string, Reason>()
  for (const reason of reasonsIn(body)) reasons.set(`${reason.field ?? ''}\n${reason.message}`, reason)
  return [...reasons.values()].slice(0, maxReasons)
}

function reasonsIn(body: unknown): readonly Reason[] {
  if (!isObject(body)) return reasonOf(body)
  const details = Array.isArray(body['errorDetails']) ? body['errorDetails'] : []
  return [...reasonOf(body['message']), ...details.flatMap(detailReason)]
}

function detailReason(detail: unknown): readonly Reason[] {
  return isObject(detail) ? reasonOf(detail['message'], detail['field']) : reasonOf(detail)
}

function reasonOf(message: unknown, field?: unknown): readonly Reason[] {
  const quoted = quote(message)
  const named = quote(field)
  if (quoted === undefined) return []
  return [named === undefined ? { message: quoted } : { message: quoted, field: named }]
}

function quote(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const line = value.trim().replace(/\s+/g, ' ')
  if (line === '' || htmlPage.test(line)) return undefined
  // A cut inside a surrogate pair would leave half a character.
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
