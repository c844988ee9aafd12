import type { HeldChange, InboxChange, JournalEntry, Lease, Store, StoredError } from '@siagh-sync/sync-core'
import { valueOf } from './value-of'

const key = { company: 'acme', kind: 'identity', id: 'p-1' } as const
const page = { limit: 10 }
const error: StoredError = { kind: 'rejected', message: 'no', details: [] }

const line: JournalEntry = {
  ...{ at: 1, key, trigger: 'webhook', attempt: 1, outcome: 'created' },
  ...{ durationMs: 1, calls: [], warnings: [] },
}

const held: HeldChange = {
  ...{ key, state: 'held', write: 'make_contact', fingerprint: 'f', fields: [], waitsFor: 'p-2', at: 1 },
}

/** Asks the store everything that its port can ask, with every filter. */
export async function askEverything(store: Store): Promise<void> {
  const { mappings, inbox, journal, leases, marks, origins, gaps, heldChanges } = store
  await valueOf(inbox.note({ key, event: 'update', trigger: 'webhook', at: 1 }))
  const lease = await valueOf(leases.acquire(key, 60_000))
  if (lease === null) throw new Error('somebody else has the lease')
  const draft = { key, state: 'linked', siagh: { code: '1', recordId: 'A' }, fingerprint: '', detail: {} } as const
  await valueOf(store.intend(lease, draft, 0))
  await valueOf(mappings.get(key))
  for (const kind of [{}, { kind: 'identity' }] as const) {
    for (const state of [{}, { state: 'linked' }] as const)
      await valueOf(mappings.list('acme', { ...kind, ...state }, page))
    for (const why of [{}, { error: 'rejected' }] as const)
      for (const reason of [{}, { reason: 'name_missing' }])
        await valueOf(inbox.failures('acme', { ...kind, ...why, ...reason }, page))
    for (const id of [{}, { id: 'p-1' }])
      for (const result of [{}, { outcome: 'created' }, { error: 'rejected' }] as const)
        for (const since of [{}, { since: 1 }])
          await valueOf(journal.list('acme', { ...kind, ...id, ...result, ...since }, page))
  }
  await valueOf(heldChanges.read(key))
  for (const state of [{}, { state: 'held' }] as const)
    for (const customer of [{}, { waitsFor: 'p-1' }])
      await valueOf(heldChanges.list('acme', { ...state, ...customer }, page))
  await valueOf(heldChanges.counts('acme'))
  await valueOf(mappings.findByNumber('acme', '1'))
  for (const version of [0, 1]) await valueOf(store.values.set('acme', 'alert', {}, version))
  await valueOf(store.values.get('acme', 'alert'))
  for (const prefix of ['', 'al']) await valueOf(store.values.list('acme', prefix, page))
  await valueOf(inbox.read(key))
  await valueOf(inbox.due('acme', 5, page))
  await valueOf(inbox.counts('acme'))
  await valueOf(inbox.failureReasons('acme'))
  await valueOf(inbox.purge('acme', 1, 10))
  await valueOf(journal.add(line))
  await valueOf(journal.series('acme', { from: 0, to: 10_000, bucketMs: 1_000 }))
  await valueOf(journal.purge('acme', 1, 10))
  await endEverything(store, lease)
  await valueOf(marks.get('acme', 'person'))
  await valueOf(marks.set(lease, 'person', 1))
  await valueOf(origins.record('acme', { siagh: 'http://siagh.test', crm: 'http://crm.test' }, null))
  await valueOf(origins.list())
  await valueOf(gaps.add({ restoredAt: 1 }))
  await valueOf(gaps.list())
  await valueOf(leases.renew(lease, 60_000))
  await valueOf(leases.release(lease))
  const begun = await valueOf(store.begin(key, 60_000))
  if (begun)
    await valueOf(store.finish(begun.lease, { journal: line, inbox: { do: 'settle', generation: 1, dueAt: 5 } }))
}

/** Every shape of a run's end that the core makes, and some more. */
async function endEverything(store: Store, lease: Lease): Promise<void> {
  const changes: (InboxChange | undefined)[] = [
    { do: 'settle', generation: 1, dueAt: 5 },
    { do: 'postpone', attempts: 1, dueAt: 5, error },
    { do: 'bury', generation: 1, attempts: 1, dueAt: 5, error },
    undefined,
  ]
  let version = 1
  for (const inbox of changes) {
    const rest = { ...(inbox && { inbox }), keepLease: true }
    await valueOf(store.finish(lease, { ...rest, journal: line }))
    for (const heldChange of [held, null]) await valueOf(store.finish(lease, { ...rest, journal: line, heldChange }))
    const draft = { key, state: 'linked', siagh: { code: '1' }, fingerprint: '', detail: {} } as const
    await valueOf(store.finish(lease, { ...rest, journal: line, mapping: { draft, expectedVersion: version } }))
    await valueOf(
      store.finish(lease, { ...rest, journal: line, mapping: { draft: null, expectedVersion: version + 1 } }),
    )
    version = 0
  }
}
