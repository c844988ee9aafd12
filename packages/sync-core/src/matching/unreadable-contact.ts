import type { UnreadableRow } from '@siagh-sync/siagh-client'
import { isSameId } from '../key'
import type { SiaghIds } from '../types'

/** The known ids of a contact, and the `tmpid` that it carries. */
export interface SoughtContact extends Partial<SiaghIds> {
  readonly ourTmpid?: string
}

/**
 * Finds the unreadable row that may be this contact: a row that names it by `RecordId`, `tmpid` or `Code`, or else a row
 * without any known id, because that may be any contact. `undefined`: no row may be this contact.
 */
export function unreadableRowOf(rows: readonly UnreadableRow[], sought: SoughtContact): UnreadableRow | undefined {
  return rows.find((row) => isNamed(row, sought)) ?? rows.find(isNameless)
}

/** Whether an unreadable row names this contact. */
export function isNamed(row: UnreadableRow, { code, recordId, ourTmpid }: SoughtContact): boolean {
  if (ourTmpid !== undefined && row.tmpid !== undefined && isSameId(row.tmpid, ourTmpid)) return true
  if (recordId !== undefined && row.recordId !== undefined) return isSameId(row.recordId, recordId)
  return code !== undefined && row.code === Number(code)
}

/** Whether no id of a row is known. */
export function isNameless({ code, recordId, tmpid }: UnreadableRow): boolean {
  return code === undefined && recordId === undefined && tmpid === undefined
}
