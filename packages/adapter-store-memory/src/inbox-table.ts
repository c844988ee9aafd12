import type { InboxEntry, RecordKey } from '@siagh-sync/sync-core'
import { keyOf } from './key-of'

/** An entry, and when each of its notes came since it was last settled. */
export interface Row extends InboxEntry {
  readonly noteTimes: readonly number[]
}

/** The entry as the port shows it. */
export const toEntry = ({ noteTimes: _, ...entry }: Row): InboxEntry => entry

/** The entries of all companies. */
export interface InboxTable {
  get(key: RecordKey): Row | undefined
  put(row: Row): Row
  /** The company's entries in this state, in no order. */
  unsettled(company: string, state: 'pending' | 'failed'): readonly Row[]
  /** Takes out the company's settled entries that are due before `before`, at most `limit`, and tells how many. */
  purge(company: string, before: number, limit: number): number
}

/** An empty table. Settled entries are kept apart, so the sweep never walks over them. */
export function createInboxTable(): InboxTable {
  const settled = new Map<string, Row>()
  const unsettled = new Map<string, Row>()
  return {
    get: (key) => unsettled.get(keyOf(key)) ?? settled.get(keyOf(key)),
    put(row) {
      const key = keyOf(row.key)
      const [into, outOf] = row.state === 'settled' ? [settled, unsettled] : [unsettled, settled]
      outOf.delete(key)
      into.set(key, row)
      return row
    },
    unsettled: (company, state) =>
      [...unsettled.values()].filter((row) => row.key.company === company && row.state === state),
    purge(company, before, limit) {
      const old = [...settled]
        .filter(([, { key, dueAt }]) => key.company === company && dueAt < before)
        .sort(([, one], [, other]) => one.dueAt - other.dueAt)
        .slice(0, limit)
      for (const [key] of old) settled.delete(key)
      return old.length
    },
  }
}
