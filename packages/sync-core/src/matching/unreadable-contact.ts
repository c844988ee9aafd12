import type { UnreadableRow } from '@siagh-sync/siagh-client'
import { isSameId } from '../key'
import type { SiaghIds } from '../types'

/** What is known of a contact that is looked for: its ids, and the mark (`tmpid`) that it bears. */
export interface SoughtContact extends Partial<SiaghIds> {
  readonly mark?: string
}

/**
 * The row that cannot be read and may be this contact: one that names it by `RecordId`, mark or `Code`, else one of which no id could be read, since
 * that may be any contact. `undefined`: none of them is it.
 */
export function unreadableRowOf(rows: readonly UnreadableRow[], sought: SoughtContact): UnreadableRow | undefined {
  return rows.find((row) => isNamed(row, sought)) ?? rows.find(isNameless)
}

/** Whether a row that cannot be read names this contact. */
export function isNamed(row: UnreadableRow, { code, recordId, mark }: SoughtContact): boolean {
  if (mark !== undefined && row.tmpid !== undefined && isSameId(row.tmpid, mark)) return true
  if (recordId !== undefined && row.recordId !== undefined) return isSameId(row.recordId, recordId)
  return code !== undefined && row.code === Number(code)
}

/** Whether a row tells none of its ids. */
export function isNameless({ code, recordId, tmpid }: UnreadableRow): boolean {
  return code === undefined && recordId === undefined && tmpid === undefined
}
