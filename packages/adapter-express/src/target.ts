import type { EntityKind } from '@siagh-sync/sync-core'

/** Where a request wants to go. */
export interface Target {
  readonly endpoint: EntityKind | 'test'
  /** The segment before the endpoint, decoded. */
  readonly pathSecret?: string
}

const endpoints: ReadonlyMap<string, Target['endpoint']> = new Map([
  ['identity', 'identity'],
  ['invoice', 'invoice'],
  ['quote', 'quote'],
  ['test', 'test'],
])

const path = /^(?:\/([^/]+))?\/([^/]+)\/?$/

/**
 * Reads the path below the mount point as Express would: without regard to case, with or without a slash at the end.
 * `undefined`: there is no such endpoint, or there is a segment before it where secrets are not expected in the path.
 */
export function targetOf(pathname: string, secretInPath: boolean): Target | undefined {
  const [, segment, name = ''] = path.exec(pathname) ?? []
  const endpoint = endpoints.get(name.toLowerCase())
  if (endpoint === undefined) return undefined
  if (segment === undefined) return { endpoint }
  return secretInPath ? { endpoint, pathSecret: decoded(segment) } : undefined
}

/** As it is where it cannot be decoded: then it is no secret of ours. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
