import type { InboxEntry, RecordKey } from '@siagh-sync/sync-core'
import { keyOf } from './key-of'

/** An entry, with the times of its notes since it was last settled. */
export interface Row extends InboxEntry {
  readonly noteTimes: readonly number[]
}

/** The entry in the form of the port. */
export const toEntry = ({ noteTimes: _, ...entry }: Row): InboxEntry => entry

/** The entries of all companies. */
export interface InboxTable {
  get(key: RecordKey): Row | undefined
  put(row: Row): Row
  /** The company's entries in this state. They have no order. */
  unsettled(company: string, state: 'pending' | 'failed'): readonly Row[]
  /** Removes the company's settled entries that are due before `before`, at most `limit`, and returns how many. */
  purge(company: string, before: number, limit: number): number
}

/** Creates an empty table. Settled entries are kept separately, so the sweep never reads them. */
export function createInboxTable(): InboxTable {
  const settled = new Map<string, Row>()
  const unsettled = new Map<string, Row>()
  return {
    get(key) {
      const text = keyOf(key)
      return unsettled.get(text) ?? settled.get(text)
    },
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
