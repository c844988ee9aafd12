import type {
  Flow,
  Gaps,
  HeldChanges,
  Inbox,
  Journal,
  Lease,
  Leases,
  Mappings,
  Marks,
  Origins,
  Store,
  StoreUnavailable,
  Values,
} from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { draftOf, entryOf, hold, link, LONG_MS, noteOf, recordKey } from './samples'

type Call = (store: Store, lease: Lease) => ResultAsync<unknown, StoreUnavailable>
type Calls<Part> = Readonly<Record<keyof Part, Call>>

const key = recordKey('p-1')
const page = { limit: 10 }

// Because of their types these lists are complete: a new method of the port does not compile until it is listed here.
const flow: Calls<Flow> = {
  begin: (store) => store.begin(recordKey('p-2'), LONG_MS),
  intend: (store, lease) => store.intend(lease, draftOf(key, '1000'), 1),
  finish: (store, lease) => store.finish(lease, { journal: entryOf(key) }),
}
const mappings: Calls<Mappings> = {
  get: (store) => store.mappings.get(key),
  findByCode: (store) => store.mappings.findByCode('acme', 'contact', '1000'),
  findByRecordId: (store) => store.mappings.findByRecordId('acme', 'AB'),
  findByNumber: (store) => store.mappings.findByNumber('acme', '77'),
  list: (store) => store.mappings.list('acme', {}, page),
}
const inbox: Calls<Inbox> = {
  note: (store) => store.inbox.note(noteOf(key)),
  read: (store) => store.inbox.read(key),
  due: (store) => store.inbox.due('acme', 5_000, page),
  failures: (store) => store.inbox.failures('acme', {}, page),
  failureReasons: (store) => store.inbox.failureReasons('acme'),
  counts: (store) => store.inbox.counts('acme'),
  purge: (store) => store.inbox.purge('acme', 5_000, 10),
}
const journal: Calls<Journal> = {
  add: (store) => store.journal.add(entryOf(key)),
  list: (store) => store.journal.list('acme', {}, page),
  series: (store) => store.journal.series('acme', { from: 0, to: 10, bucketMs: 5 }),
  purge: (store) => store.journal.purge('acme', 5_000, 10),
}
const leases: Calls<Leases> = {
  acquire: (store) => store.leases.acquire(recordKey('p-2'), LONG_MS),
  renew: (store, lease) => store.leases.renew(lease, LONG_MS),
  release: (store, lease) => store.leases.release(lease),
}

const marks: Calls<Marks> = {
  get: (store) => store.marks.get('acme', 'person'),
  set: (store, lease) => store.marks.set(lease, 'person', 1_000),
}

const origins: Calls<Origins> = {
  list: (store) => store.origins.list(),
  record: (store) => store.origins.record('acme', { siagh: 'http://siagh.test', crm: 'http://crm.test' }, null),
}
const heldChanges: Calls<HeldChanges> = {
  read: (store) => store.heldChanges.read(key),
  list: (store) => store.heldChanges.list('acme', {}, { limit: 10 }),
  counts: (store) => store.heldChanges.counts('acme'),
}
const values: Calls<Values> = {
  get: (store) => store.values.get('acme', 'alert'),
  set: (store) => store.values.set('acme', 'alert', 1, 0),
  list: (store) => store.values.list('acme', '', page),
}
const gaps: Calls<Gaps> = {
  list: (store) => store.gaps.list(),
  add: (store) => store.gaps.add({ restoredAt: 1_000 }),
}

/** A store that is down returns `store_unavailable` and nothing else. */
export function brokenBackend(open: OpenStore): void {
  describe.each(Object.entries({ flow, mappings, inbox, journal, leases, marks, origins, gaps, heldChanges, values }))(
    '%s without a backend',
    (_part, calls) => {
      it.each(Object.entries<Call>(calls))('%s answers store_unavailable', async (_method, call) => {
        const { store, breakBackend = () => valueOf(store.close()) } = await open()
        await link(store, draftOf(key, '1000', 'AB'))
        await valueOf(store.inbox.note(noteOf(key)))
        const lease = await hold(store, key)
        await breakBackend()
        const answer = await call(store, lease)
        expect(answer).toMatchObject({ error: { kind: 'store_unavailable', retryable: true } })
      })
    },
  )

  describe('close', () => {
    it('waits for the writes under way', async () => {
      const { store } = await open()
      const notes = Array.from({ length: 20 }, (_, i) => store.inbox.note(noteOf(recordKey(`p-${i}`))))
      await valueOf(store.close())
      for (const note of notes) expect(await valueOf(note)).toStrictEqual({ generation: 1 })
    })

    it('may be called twice', async () => {
      const { store } = await open()
      await valueOf(store.close())
      expect(await store.close()).toHaveProperty('value', undefined)
    })
  })
}
