import { hash, timingSafeEqual } from 'node:crypto'
import type { Authenticator, Credentials } from './authenticator'
import { maskOf, secretList } from './secret-list'

/** The places where the sender may put the secret. Other places are ignored. Default: the query parameter `secret`. */
export interface SecretPlaces {
  /** The name of a query parameter. */
  readonly query?: string
  /** The name of a header. */
  readonly header?: string
  /** The path segment before the endpoint: `/webhook/crm/<secret>/identity`. */
  readonly path?: boolean
}

/** The parameters that the CRM adds to the URL. */
const parametersOfTheCrm = ['event', 'id', 'type', 'subtype']

/**
 * Accepts a sender who knows a secret. The CRM cannot sign or set headers, but it keeps the path and the query string
 * that an administrator typed. Several secrets are valid at once, so that one can replace another. All secrets are
 * compared each time, in constant time. Throws when a secret has fewer than 16 characters.
 *
 * @example
 * sharedSecret([newSecret, formerSecret], { path: true })
 */
export function sharedSecret(secrets: string | readonly string[], places: SecretPlaces = {}): Authenticator {
  const list = secretList(secrets, 'sharedSecret')
  const valid = list.map(digest)
  const header = places.header?.toLowerCase()
  const inPath = places.path ?? false
  const parameter = places.query ?? (header === undefined && !inPath ? 'secret' : undefined)
  if (parameter !== undefined && parametersOfTheCrm.includes(parameter)) {
    throw new TypeError(`sharedSecret cannot use the query parameter "${parameter}", which the CRM sends itself.`)
  }

  const candidates = (credentials: Credentials): readonly unknown[] => [
    parameter === undefined ? undefined : credentials.query.get(parameter),
    header === undefined ? undefined : credentials.headers[header],
    inPath ? credentials.pathSecret : undefined,
  ]
  return {
    secrets: {
      parameters: parameter === undefined ? [] : [parameter],
      headers: header === undefined ? [] : [header],
      inPath,
      mask: maskOf(list),
    },
    check: (credentials) =>
      candidates(credentials).filter((candidate) => isOneOf(candidate, valid)).length > 0 ? 'accepted' : 'refused',
  }
}

function isOneOf(candidate: unknown, valid: readonly Buffer[]): boolean {
  if (typeof candidate !== 'string') return false
  const presented = digest(candidate)
  return valid.filter((known) => timingSafeEqual(known, presented)).length > 0
}

/**
 * The hash has the same length for every text. `timingSafeEqual` needs equal lengths, and the length of a secret must
 * not show.
 */
function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}
