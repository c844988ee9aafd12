import type { UnreadableRow } from '@siagh-sync/siagh-client'
import type { Logger } from '../ports/logger'

const MOST = 20

/**
 * Returns a function that logs which rows of Siagh's contact list cannot be read: their numbers, from 1, and the
 * fields. Logs them again only if they have changed.
 */
export function createUnreadableLog(logger: Logger, company: string): (rows: readonly UnreadableRow[]) => void {
  let last = ''
  return (rows) => {
    const places = rows.map(({ index, field }) => ({ row: index + 1, field }))
    const current = JSON.stringify(places)
    if (current === last || (rows.length === 0 && last === '')) return
    last = current
    const fields = { company, system: 'siagh', count: rows.length, rows: places.slice(0, MOST) }
    if (rows.length === 0) logger.info(fields, "every row of Siagh's contact list can be read again")
    else logger.warn(fields, "rows of Siagh's contact list cannot be read; the others are used")
  }
}
