import type { InboxEntry, RecordKey } from '@siagh-sync/sync-core'
import { keyOf } from './key-of'

/** An entry and when its latest note came. */
export interface Row extends InboxEntry {
  readonly latestAt: number
}

/** The entries of all companies. */
export interface InboxTable {
  get(key: RecordKey): Row | undefined
  put(row: Row): Row
  /** The company's entries in this state, in no order. */
  open(company: string, state: 'pending' | 'failed'): readonly Row[]
}

/** An empty table. Settled entries are kept apart, so the sweep never walks over them. */
export function createInboxTable(): InboxTable {
  const rows = new Map<string, Row>()
  const unsettled = new Set<string>()
  return {
    get: (key) => rows.get(keyOf(key)),
    put(row) {
      const key = keyOf(row.key)
      rows.set(key, row)
      if (row.state === 'settled') unsettled.delete(key)
      else unsettled.add(key)
      return row
    },
    open: (company, state) =>
      [...unsettled].flatMap((key) => {
        const row = rows.get(key)
        return row !== undefined && row.key.company === company && row.state === state ? [row] : []
      }),
  }
}
