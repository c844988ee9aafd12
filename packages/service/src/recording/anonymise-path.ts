import type { Anonymiser } from './anonymise-body'
import { keyIn } from './made-up-keys'

/** The parts of the paths that the two clients call, and of the webhooks. In small letters. */
const PATH_PARTS: ReadonlySet<string> = new Set(
  (
    'generalapi loginuser api sgh gen gn_web_users getall bpmsapi saveformdata v2 auth login token refresh crmobject identity ' +
    'search person organization invoice quote sales get create update find delete make-numbered make-approved make-pending ' +
    'make-rejected webhook crm'
  ).split(' '),
)

/**
 * A path with its query. Parts and names that belong to the interfaces stay. `secret`: what stands in place of the secret of
 * a webhook.
 */
export function anonymousPath(anonymiser: Anonymiser, path: string, secret?: string): string {
  const start = path.indexOf('?')
  const [way, query] = start === -1 ? [path, ''] : [path.slice(0, start), path.slice(start + 1)]
  const parts = way.split('/').map((part) => (isKnownPart(part) ? part : encodeURIComponent(anonymiser.text(part))))
  const pairs = anonymousPairs(anonymiser, query, secret)
  return parts.join('/') + (pairs === '' ? '' : `?${pairs}`)
}

/** The pairs of a query or of a form. */
export function anonymousPairs(anonymiser: Anonymiser, text: string, secret?: string): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of new URLSearchParams(text)) {
    const isSecret = name === 'secret' && secret !== undefined
    pairs.append(keyIn(anonymiser, name), isSecret ? secret : anonymiser.field(value, name))
  }
  return pairs.toString()
}

function isKnownPart(part: string): boolean {
  return part === '' || PATH_PARTS.has(part.toLowerCase())
}
