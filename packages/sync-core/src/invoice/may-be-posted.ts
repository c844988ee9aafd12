import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Gap } from '../ports/store'

/**
 * A document that was created in the CRM at least this long after a restore was surely not posted between the backup
 * and the restore. `restoredAt` is on our clock and `creatDate` on the CRM's, and the two may differ by minutes. A
 * Windows server that still uses Iran's summer time, which ended in 2022, is wrong by an hour.
 */
const SURELY_LATER_MS = 2 * 3_600_000

/**
 * Whether a document that the store does not know may have been posted, because the store was restored from a backup.
 * Only a document that was created well after the last restore is surely not in Siagh. The time of the backup does
 * not help: an old document can have been edited, and so posted, after the backup was made.
 */
export function mayBePosted({ creatDate }: Pick<Invoice | Quote, 'creatDate'>, gaps: readonly Gap[]): boolean {
  const restoredAt = gaps.at(-1)?.restoredAt
  if (restoredAt === undefined) return false
  return creatDate === undefined || creatDate.getTime() < restoredAt + SURELY_LATER_MS
}
