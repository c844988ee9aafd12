import type { EntityKind } from '@siagh-sync/sync-core'
import type { PlainRequest } from './plain-request'

/** The endpoint of a request. */
export interface Endpoint {
  readonly name: EntityKind | 'test'
  /** The path before the endpoint and the secret: `/webhook/crm`. */
  readonly mount: string
  /** The segment before the endpoint, decoded. */
  readonly pathSecret?: string
}

const NAMES: Readonly<Record<Endpoint['name'], true>> = { identity: true, invoice: true, quote: true, test: true }
const names: ReadonlyMap<string, Endpoint['name']> = new Map(
  (Object.keys(NAMES) as Endpoint['name'][]).map((name) => [name, name]),
)

const segments = /^(?:\/([^/]+))?\/([^/]+)\/?$/

/**
 * Finds the endpoint of a path. Letter case does not matter, nor does a slash at the end. Below a known mount point
 * the whole path has to match. Otherwise the last segment is the endpoint, and the segment before it is the secret,
 * if secrets may be in the path. `undefined`: there is no such endpoint.
 */
export function findEndpoint(
  request: Pick<PlainRequest, 'path' | 'mount'>,
  secretInPath: boolean,
): Endpoint | undefined {
  const { mount, path } = request.mount === undefined ? split(request.path, secretInPath ? 2 : 1) : request
  const [, segment, last = ''] = segments.exec(path) ?? []
  const name = names.get(last.toLowerCase())
  if (name === undefined || mount === undefined) return undefined
  if (segment === undefined) return { name, mount }
  return secretInPath ? { name, mount, pathSecret: decoded(segment) } : undefined
}

/** Cuts the last `count` segments off a path. */
function split(whole: string, count: number): { readonly mount: string; readonly path: string } {
  let start = whole.endsWith('/') ? whole.length - 1 : whole.length
  for (let cut = 0; cut < count && start > 0; cut += 1) start = Math.max(0, whole.lastIndexOf('/', start - 1))
  return { mount: whole.slice(0, start), path: whole.slice(start) }
}

/** Decodes percent signs. A text that cannot be decoded stays as it is, and is no valid secret. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
