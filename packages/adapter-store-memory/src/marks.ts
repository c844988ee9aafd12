import type { Lease, Marks } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import type { LeaseTable } from './leases'

/** The port of the marks over a map. */
export function memoryMarks(attempt: Attempt, leases: LeaseTable): Marks {
  const marks = new Map<string, number>()
  const nameOf = (company: string, name: string) => JSON.stringify([company, name])

  const set = (lease: Lease, name: string, value: number) => {
    if (!leases.covers(lease)) return 'lease_lost'
    marks.set(nameOf(lease.key.company, name), value)
    return 'set'
  }

  return {
    get: (company, name) => attempt(() => marks.get(nameOf(company, name)) ?? null),
    set: (lease, name, value) => attempt(() => set(lease, name, value)),
  }
}
