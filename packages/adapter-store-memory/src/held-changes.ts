import type { HeldChange, HeldChanges, HeldCount, RecordKey } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { keyOf } from './key-of'
import { pageOf } from './paging'

/** The held changes of all companies. */
export interface HeldChangeTable {
  get(key: RecordKey): HeldChange | null
  /** `null`: removes the held change of the record. */
  put(key: RecordKey, change: HeldChange | null): void
  of(company: string): readonly HeldChange[]
}

/** An empty table. */
export function createHeldChangeTable(): HeldChangeTable {
  const changes = new Map<string, HeldChange>()
  return {
    get: (key) => changes.get(keyOf(key)) ?? null,
    put(key, change) {
      if (change === null) changes.delete(keyOf(key))
      else changes.set(keyOf(key), structuredClone(change))
    },
    of: (company) => [...changes.values()].filter(({ key }) => key.company === company),
  }
}

/** The port of held changes over `table`. */
export function memoryHeldChanges(attempt: Attempt, table: HeldChangeTable): HeldChanges {
  return {
    read: (key) => attempt(() => table.get(key)),
    list: (company, { state, waitsFor }, page) =>
      attempt(() => {
        const wanted = table
          .of(company)
          .filter(
            (change) =>
              (state ?? change.state) === change.state && (waitsFor === undefined || change.waitsFor === waitsFor),
          )
        return pageOf(wanted, ['', ''], ({ key }) => [key.kind, key.id], page)
      }),
    counts: (company) => attempt(() => countByState(table.of(company))),
  }
}

function countByState(changes: readonly HeldChange[]): readonly HeldCount[] {
  const counts = new Map<string, HeldCount>()
  for (const { state, key } of changes) {
    const name = `${state} ${key.kind}`
    counts.set(name, { state, kind: key.kind, records: (counts.get(name)?.records ?? 0) + 1 })
  }
  return [...counts.values()]
}
