import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { isSameId } from '../key'
import type { Mapping } from '../ports/store'
import type { ContactFinder } from './contact-table'
import { writtenBefore } from '../identity/contact-mapping'
import { isMade } from '../identity/made-contact'
import { unreadableRowOf } from './unreadable-contact'

/** What Siagh's list says about the contact of a mapping. */
export type MappedContact =
  | { readonly is: 'listed'; readonly row: SiaghUser }
  /** The list has no such contact. */
  | { readonly is: 'missing' }
  /** Siagh has given the contact's `Code` to `row`, another contact. */
  | { readonly is: 'replaced'; readonly row: SiaghUser }
  /** The contact is, or may be, a row that cannot be read. */
  | { readonly is: 'unreadable'; readonly at: UnreadableRow }

/**
 * Finds the contact of a mapping. Its `RecordId` decides, because Siagh can give the `Code` of a deleted contact to a
 * new contact. The mapping of a new contact has no `RecordId` yet. Then our `tmpid` decides (the identity's
 * id), even under another `Code`. Some installations do not show `tmpid` at all. There a row is the contact if it has the
 * name or a number that was sent.
 */
export function locateMapped(list: ContactFinder, mapping: Pick<Mapping, 'key' | 'siagh' | 'detail'>): MappedContact {
  const { code, recordId } = mapping.siagh ?? { code: '' }
  const { id } = mapping.key
  const known = recordId === undefined ? onlyOne(list.byTmpid(id)) : list.byRecordId(recordId)
  if (known) return { is: 'listed', row: known }
  const at = unreadableRowOf(list.unreadable, { code, ...(recordId !== undefined && { recordId }), ourTmpid: id })
  const row = list.byCode(Number(code))
  if (!row) return at ? { is: 'unreadable', at } : { is: 'missing' }
  const isSame = recordId === undefined && isOurs(row, mapping, list.showsTmpid)
  return { is: isSame ? 'listed' : 'replaced', row }
}

function onlyOne(rows: readonly SiaghUser[]): SiaghUser | undefined {
  return rows.length === 1 ? rows[0] : undefined
}

function isOurs(row: SiaghUser, mapping: Pick<Mapping, 'key' | 'detail'>, showsTmpid: boolean): boolean {
  if (row.tmpid) return isSameId(row.tmpid, mapping.key.id)
  const { made } = writtenBefore(mapping)
  return !showsTmpid && (made === undefined || isMade(row, made))
}
