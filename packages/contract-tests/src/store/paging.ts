import type { JournalEntry, Page, PageRequest, RecordKey, Store, StoreUnavailable } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { draftOf, entryOf, heldOf, link, noteAndBury, noteOf, putHeld, recordKey } from './samples'
import { append } from './writes'

const ROWS = 250
const ids = Array.from({ length: ROWS }, (_, i) => `r-${i}`)

/** A list of `ROWS` rows: how to fill it, and how to read one page of it. */
interface PagedList {
  readonly fill: (store: Store) => Promise<unknown>
  readonly page: (store: Store, page: PageRequest) => ResultAsync<Page<string>, StoreUnavailable>
}

const toIds = <T>({ items, ...rest }: Page<T>, idOf: (item: T) => string): Page<string> => ({
  ...rest,
  items: items.map(idOf),
})
const each = (run: (key: RecordKey, index: number) => Promise<unknown>) =>
  Promise.all(ids.map((id, index) => run(recordKey(id), index)))

// No store makes such cursors. A careless store would accept some of them.
const noCursors = ['no cursor', '', 'null', '7', '"r-1"', '{}', '[]', '[null]', '["r-1"]', '[[],[]]', '[1,2,3,4,5]']

// Every third row has the same time as two others, so a page may end between rows with one time.
const timeOf = (index: number) => 1_000 + Math.floor(index / 3)

const lists: Readonly<Record<string, PagedList>> = {
  'mappings.list': {
    fill: (store) => each((key, i) => link(store, draftOf(key, `${i}`))),
    page: (store, page) => store.mappings.list('acme', {}, page).map((found) => toIds(found, ({ key }) => key.id)),
  },
  'mappings.list of one state': {
    fill: (store) => each((key, i) => link(store, draftOf(key, `${i}`))),
    page: (store, page) =>
      store.mappings.list('acme', { state: 'linked' }, page).map((found) => toIds(found, ({ key }) => key.id)),
  },
  'inbox.due': {
    fill: (store) => each((key, i) => valueOf(store.inbox.note(noteOf(key, { at: timeOf(i) })))),
    page: (store, page) => store.inbox.due('acme', 5_000, page).map((found) => toIds(found, ({ id }) => id)),
  },
  'inbox.failures': {
    fill: (store) => each((key, i) => noteAndBury(store, noteOf(key, { at: timeOf(i) }))),
    page: (store, page) => store.inbox.failures('acme', {}, page).map((found) => toIds(found, ({ key }) => key.id)),
  },
  'heldChanges.list': {
    fill: (store) => each((key) => putHeld(store, key, heldOf(key))),
    page: (store, page) =>
      store.heldChanges.list('acme', { state: 'held' }, page).map((found) => toIds(found, ({ key }) => key.id)),
  },
  'journal.list': {
    fill: (store) => each((key, i) => valueOf(append(store, entryOf(key, { at: timeOf(i) })))),
    page: (store, page) =>
      store.journal.list('acme', {}, page).map((found) => toIds(found, ({ key }: JournalEntry) => key.id)),
  },
}

/** Reading a list page by page shows every row once, as long as nothing changes. */
export function paging(open: OpenStore): void {
  describe.each(Object.entries(lists))('%s', (_name, list) => {
    it(`shows each of ${ROWS} rows once, in pages of 60`, async () => {
      const { store } = await open()
      await list.fill(store)
      const seen: string[] = []
      const sizes: number[] = []
      let page: PageRequest | undefined = { limit: 60 }
      while (page !== undefined) {
        const { items, next }: Page<string> = await valueOf(list.page(store, page))
        seen.push(...items)
        sizes.push(items.length)
        page = next === undefined || sizes.length > ROWS ? undefined : { limit: 60, after: next }
      }
      expect(sizes).toEqual([60, 60, 60, 60, 10])
      expect(seen.toSorted()).toEqual(ids.toSorted())
    })

    it('ends with a page that is exactly full', async () => {
      const { store } = await open()
      await list.fill(store)
      const { items, next } = await valueOf(list.page(store, { limit: ROWS }))
      expect(items).toHaveLength(ROWS)
      expect(next).toBeUndefined()
    })

    it('answers store_unavailable to a cursor that it never gave out', async () => {
      const { store } = await open()
      for (const after of noCursors) {
        const page = await list.page(store, { limit: 10, after })
        expect(page, after).toMatchObject({ error: { kind: 'store_unavailable' } })
      }
    })
  })
}
