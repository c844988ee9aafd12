import type { UnreadableRow } from '@siagh-sync/siagh-client'
import type { Logger } from '../ports/logger'

const MOST = 20

/** Tells in the log which rows of Siagh's contact list cannot be read, with their place from 1 and the field: once, until they are others. */
export function unreadableTeller(logger: Logger, company: string): (rows: readonly UnreadableRow[]) => void {
  let last = ''
  return (rows) => {
    const places = rows.map(({ index, field }) => ({ row: index + 1, field }))
    const told = JSON.stringify(places)
    if (told === last || (rows.length === 0 && last === '')) return
    last = told
    const fields = { company, system: 'siagh', count: rows.length, rows: places.slice(0, MOST) }
    if (rows.length === 0) logger.info(fields, "every row of Siagh's contact list can be read again")
    else logger.warn(fields, "rows of Siagh's contact list cannot be read; the others are used")
  }
}
