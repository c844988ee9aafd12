import type { JournalEntry, Store } from '@siagh-sync/sync-core'
import { valueOf } from './value-of'

/** Writes something of every kind, for two companies. More than one batch of a copy holds. */
export async function fillStore(store: Store, records = 1_200): Promise<void> {
  for (const company of ['acme', 'globex']) {
    await valueOf(store.origins.record(company, { siagh: `http://${company}.test`, crm: 'http://crm.test' }, null))
    const ids = Array.from({ length: records / 2 }, (_, index) => `p-${index} سارا`)
    await Promise.all(ids.map((id) => writeRecord(store, company, id)))
    const key = { company, kind: 'invoice', id: 'in-doubt' } as const
    const lease = await leaseOf(store, key)
    await valueOf(store.intend(lease, { key, state: 'in_doubt', fingerprint: 'f', detail: { suid: 'S' } }, 0))
    await valueOf(store.inbox.note({ key, event: 'update', trigger: 'webhook', at: 5 }))
    const error = { kind: 'in_doubt', message: 'nobody knows', details: ['one', 'two'] } as const
    await valueOf(
      store.finish(lease, { inbox: { do: 'bury', generation: 1, attempts: 1, dueAt: 6, error }, keepLease: true }),
    )
    await valueOf(store.values.set(company, 'alerts/failed', { names: ['سارا\u0000'] }, 0))
    await valueOf(store.marks.set(lease, 'catch-up/person', 1_766_300_000_123))
    await valueOf(store.leases.release(lease))
  }
  await valueOf(store.gaps.add({ backedUpAt: 1, restoredAt: 2 }))
}

async function writeRecord(store: Store, company: string, id: string): Promise<void> {
  const key = { company, kind: 'identity', id } as const
  await valueOf(store.inbox.note({ key, event: 'update', type: 'person', trigger: 'webhook', at: 5 }))
  const lease = await leaseOf(store, key)
  const siagh = { code: `c-${id}`, recordId: `R-${id}`, number: '7' }
  await valueOf(store.intend(lease, { key, state: 'linked', siagh, fingerprint: 'f', detail: { a: ['b'] } }, 0))
  // A jittered delay has a fraction.
  const error = { kind: 'unavailable', message: 'away', details: [] } as const
  await valueOf(store.finish(lease, { inbox: { do: 'postpone', attempts: 2, dueAt: 1_000.5, error }, keepLease: true }))
  const journal: JournalEntry = {
    ...{ at: 7, key, trigger: 'webhook', attempt: 1, outcome: 'created', durationMs: 12, siagh },
    ...{ calls: ['crm.getPerson'], warnings: ['phone_left_out'] },
  }
  await valueOf(store.finish(lease, { journal }))
  if (id.startsWith('p-0 ')) await valueOf(store.journal.add({ ...journal, outcome: 'retried', by: 'سارا' }))
}

async function leaseOf(store: Store, key: Parameters<Store['leases']['acquire']>[0]) {
  const lease = await valueOf(store.leases.acquire(key, 600_000))
  if (lease === null) throw new Error('somebody has the lease')
  return lease
}

/** What two companies see of the store, through its port. */
export async function viewOf(store: Store) {
  const page = { limit: 10_000 }
  const view = async (company: string) => ({
    mappings: (await valueOf(store.mappings.list(company, {}, page))).items,
    due: (await valueOf(store.inbox.due(company, 10_000, page))).items,
    reasons: await valueOf(store.inbox.failureReasons(company)),
    failures: (await valueOf(store.inbox.failures(company, {}, page))).items,
    journal: (await valueOf(store.journal.list(company, {}, page))).items,
    values: (await valueOf(store.values.list(company, '', page))).items,
    mark: await valueOf(store.marks.get(company, 'catch-up/person')),
  })
  return { acme: await view('acme'), globex: await view('globex'), origins: await valueOf(store.origins.list()) }
}
