import type { InboxEntry, Note, RecordKey, Store } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { hold, noteAndBury, noteOf, recordKey, refusal } from './samples'
import { postpone as postponeEntry, settle } from './writes'

/** The state of an entry before the notes come. */
const beginnings: Readonly<Record<string, (store: Store, key: RecordKey) => Promise<unknown>>> = {
  'was never noted': () => Promise.resolve(),
  'is pending': (store, key) => valueOf(store.inbox.note(noteOf(key, { at: 4_000 }))),
  'waits for a retry': async (store, key) => {
    await valueOf(store.inbox.note(noteOf(key, { at: 500 })))
    await postpone(store, key, 6_000)
  },
  'waits for a revisit': (store, key) => valueOf(store.inbox.note(noteOf(key, { at: 6_000, trigger: 'revisit' }))),
  'is settled': async (store, key) => {
    await valueOf(store.inbox.note(noteOf(key, { at: 500 })))
    await valueOf(settle(store, await hold(store, key), 1, 2_500))
  },
  failed: (store, key) => noteAndBury(store, noteOf(key, { at: 500 })),
}

const notes: readonly Partial<Note>[] = [
  { at: 3_000, event: 'insert', type: 'person' },
  { at: 2_000, trigger: 'revisit' },
  { at: 1_000, trigger: 'catch-up', type: 'organization' },
  { at: 5_000, event: 'delete' },
]

/** Notes that are written together have the same effect as notes that are written one after the other. */
export function notesAtOnce(open: OpenStore): void {
  const entryOf = async (store: Store, key: RecordKey): Promise<Partial<InboxEntry>> => {
    const entry = await valueOf(store.inbox.read(key))
    return { ...entry, key: recordKey('any') }
  }

  describe.each(Object.entries(beginnings))('notes at once on an entry that %s', (_name, begin) => {
    it('leave it as notes one after the other do', async () => {
      const { store } = await open()
      const [slow, fast] = [recordKey('slow'), recordKey('fast')]
      await begin(store, slow)
      await begin(store, fast)
      const generations: unknown[] = []
      for (const note of notes) generations.push(await valueOf(store.inbox.note(noteOf(slow, note))))
      const atOnce = await Promise.all(notes.map((note) => valueOf(store.inbox.note(noteOf(fast, note)))))
      expect(atOnce).toStrictEqual(generations)
      expect(await entryOf(store, fast)).toStrictEqual(await entryOf(store, slow))
    })
  })

  describe('notes at once', () => {
    it('do not fail for one among them that the store may not be able to keep', async () => {
      const { store } = await open()
      const ids = ['p-1', 'nul\0', 'p-2']
      const answers = await Promise.all(ids.map((id) => store.inbox.note(noteOf(recordKey(id)))))
      expect(answers[0]).toMatchObject({ value: { generation: 1 } })
      expect(answers[2]).toMatchObject({ value: { generation: 1 } })
      expect(await valueOf(store.inbox.read(recordKey('p-2')))).toMatchObject({ state: 'pending' })
    })
  })

  describe('a time between two milliseconds', () => {
    it('is taken, and kept as near as the store can', async () => {
      const { store } = await open()
      const key = recordKey('p-1')
      await valueOf(store.inbox.note(noteOf(key, { at: 1_000.4 })))
      await postpone(store, key, 2_000.4)
      const entry = await valueOf(store.inbox.read(key))
      expect(Math.round(entry?.dueAt ?? 0)).toBe(2_000)
      expect(Math.round(entry?.notedAt ?? 0)).toBe(1_000)
    })
  })
}

async function postpone(store: Store, key: RecordKey, dueAt: number): Promise<void> {
  const lease = await hold(store, key)
  await valueOf(postponeEntry(store, lease, { attempts: 1, dueAt, error: refusal }))
  await valueOf(store.leases.release(lease))
}
