import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { isSameId } from '../key'
import type { SiaghIds } from '../types'
import type { ContactList } from './contact-list'
import { unreadableRowOf } from './unreadable-contact'

/** What Siagh's list says of the contact that a mapping names. */
export type MappedContact =
  | { readonly is: 'listed'; readonly row: SiaghUser }
  /** The list has no such contact. */
  | { readonly is: 'missing' }
  /** Siagh has given the contact's `Code` to `row`, which is another contact. */
  | { readonly is: 'replaced'; readonly row: SiaghUser }
  /** It is, or may be, a row that cannot be read. */
  | { readonly is: 'unreadable'; readonly at: UnreadableRow }

/**
 * Finds the contact of a mapping. Its `RecordId` decides, because Siagh can give the `Code` of a deleted contact to a new one. A contact that
 * was just made has no `RecordId` in its mapping yet: then our mark decides (`tmpid`, the identity's id `crmId`), under whichever `Code`. A contact that a person made bears no
 * mark, as does every contact where the installation leaves marks out of its list: only there the `Code` is all that there is.
 */
export function locateMapped(
  list: Pick<ContactList, 'byCode' | 'byRecordId' | 'byTmpid' | 'showsMarks' | 'unreadable'>,
  { code, recordId }: SiaghIds,
  crmId: string,
): MappedContact {
  const known = recordId === undefined ? onlyOne(list.byTmpid(crmId)) : list.byRecordId(recordId)
  if (known) return { is: 'listed', row: known }
  const at = unreadableRowOf(list.unreadable, { code, ...(recordId !== undefined && { recordId }), mark: crmId })
  const row = list.byCode(Number(code))
  if (!row) return at ? { is: 'unreadable', at } : { is: 'missing' }
  const isMarked = row.tmpid === undefined ? !list.showsMarks : isSameId(row.tmpid, crmId)
  const isSame = recordId === undefined && isMarked
  return { is: isSame ? 'listed' : 'replaced', row }
}

function onlyOne(rows: readonly SiaghUser[]): SiaghUser | undefined {
  return rows.length === 1 ? rows[0] : undefined
}
