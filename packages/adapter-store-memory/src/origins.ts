import { isDeepStrictEqual } from 'node:util'
import type { Origin, Origins } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'

/** The port of the origins over a map. */
export function memoryOrigins(attempt: Attempt): Origins {
  const origins = new Map<string, Origin>()
  return {
    list: () =>
      attempt(() =>
        [...origins]
          .map(([company, origin]) => ({ company, origin }))
          .sort((one, other) => (one.company < other.company ? -1 : 1)),
      ),
    record: (company, origin, expected) =>
      attempt(() => {
        if (!isDeepStrictEqual(origins.get(company) ?? null, expected)) return 'conflict'
        origins.set(company, structuredClone(origin))
        return 'recorded'
      }),
  }
}
