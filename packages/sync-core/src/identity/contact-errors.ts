import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import type { SiaghIds } from '../types'
import { idsOf } from './contact-mapping'
import type { MappedContact } from '../matching/locate-mapped'

/** The mapped contact is no longer in Siagh's list. */
function contactDeleted({ siagh }: Pick<Mapping, 'siagh'>): SyncError {
  const message = `contact ${siagh?.code ?? ''} is no longer in Siagh; put the RecordId of the right contact into the identity's refId`
  return { kind: 'not_found', retryable: false, system: 'siagh', message, contact: siagh ?? {} }
}

/** The identity names a contact that Siagh's list does not have. It may be a contact that the list leaves out just now, so none is made. */
export function contactNotListed(contact: Partial<SiaghIds>): SyncError {
  const [field, value] =
    contact.recordId === undefined
      ? ['customerNumber', `Code ${contact.code ?? ''}`]
      : ['refId', `RecordId ${contact.recordId}`]
  const message =
    `the identity's ${field} names a contact that Siagh's list does not have (${value}); ` +
    `correct ${field} in the CRM, or leave "${field}" out of the rule matchOrder if it means something else here`
  return { kind: 'not_found', retryable: false, system: 'siagh', message, contact }
}

/** Siagh has given the `Code` of the mapped contact to another contact. Nothing is written to either. */
function contactReplaced({ siagh }: Pick<Mapping, 'siagh'>, row: SiaghUser): SyncError {
  const message =
    `the contact was replaced in Siagh: code ${row.Code} belongs to another contact now; ` +
    "put the RecordId of the right contact into the identity's refId"
  return { kind: 'contact_replaced', retryable: false, message, candidates: [...(siagh ? [siagh] : []), idsOf(row)] }
}

/** The contact is, or may be, a row of Siagh's list that cannot be read. Nothing is written by guess. */
export function contactUnreadable({ index, field, code, recordId }: UnreadableRow): SyncError {
  const place = field === '' ? `row ${index + 1}` : `row ${index + 1}, field ${field}`
  const message =
    `the contact is, or may be, a row of Siagh's contact list that cannot be read (${place}); ` +
    'correct that contact in Siagh, and the record is handled again within five minutes'
  const contact = { ...(code !== undefined && { code: String(code) }), ...(recordId !== undefined && { recordId }) }
  return { kind: 'contact_unreadable', retryable: false, message, contact }
}

/** Why a mapped contact cannot be used: it is gone, replaced, or cannot be read. */
export function contactLost(
  mapping: Pick<Mapping, 'siagh'>,
  found: Exclude<MappedContact, { is: 'listed' }>,
): SyncError {
  switch (found.is) {
    case 'missing':
      return contactDeleted(mapping)
    case 'replaced':
      return contactReplaced(mapping, found.row)
    case 'unreadable':
      return contactUnreadable(found.at)
  }
}
