import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import type { Rules } from '../rules'
import type { Hold } from '../run/hold'
import type { SiaghIds } from '../types'
import { idsOf } from './contact-mapping'
import type { MappedContact } from '../matching/locate-mapped'
import { coreSaying, worded } from '../messages/core-messages'

/** The mapped contact is no longer in Siagh's list. */
function contactDeleted({ siagh }: Pick<Mapping, 'siagh'>): SyncError {
  const words = worded('contact_deleted', { code: siagh?.code ?? '' })
  return { kind: 'not_found', retryable: false, system: 'siagh', ...words, contact: siagh ?? {} }
}

/**
 * The identity names a contact that is not in Siagh's list. Perhaps the list only leaves the contact out at the
 * moment, so no new contact is made.
 */
export function contactNotListed(contact: Partial<SiaghIds>): SyncError {
  const [field, value] =
    contact.recordId === undefined
      ? ['customerNumber', `Code ${contact.code ?? ''}`]
      : ['refId', `RecordId ${contact.recordId}`]
  const words = worded('contact_not_listed', { field, value })
  return { kind: 'not_found', retryable: false, system: 'siagh', ...words, contact }
}

/** Siagh has given the `Code` of the mapped contact to another contact. Nothing is written to either contact. */
function contactReplaced({ siagh }: Pick<Mapping, 'siagh'>, row: SiaghUser): SyncError {
  const words = worded('contact_code_reused', { code: String(row.Code) })
  return { kind: 'contact_replaced', retryable: false, ...words, candidates: [...(siagh ? [siagh] : []), idsOf(row)] }
}

/** The contact is, or may be, a row of Siagh's list that cannot be read. Nothing is written on a guess. */
export function contactUnreadable({ index, field, code, recordId }: UnreadableRow): SyncError {
  const row = index + 1
  const place = field === '' ? coreSaying('row_at', { row }) : coreSaying('row_and_field_at', { row, field })
  const words = worded('contact_row_unreadable', { place })
  const contact = { ...(code !== undefined && { code: String(code) }), ...(recordId !== undefined && { recordId }) }
  return { kind: 'contact_unreadable', retryable: false, ...words, contact }
}

/** A contact was made a short time ago, and Siagh's list does not show it yet. */
export function notListedYet({ siagh }: Pick<Mapping, 'siagh'>): SyncError {
  const words = worded('contact_not_listed_yet', { code: siagh?.code ?? '' })
  return { kind: 'outcome_unknown', retryable: true, system: 'siagh', ...words }
}

/** Whether the contact may be newer than Siagh's list shows: no list has shown it, and it was made a short time ago. */
export function mayBeListedLater(
  { hold, rules }: { readonly hold: Pick<Hold, 'takenAt'>; readonly rules: Pick<Rules, 'contactListLagMs'> },
  { siagh, updatedAt }: Pick<Mapping, 'siagh' | 'updatedAt'>,
): boolean {
  return siagh?.recordId === undefined && hold.takenAt - updatedAt < rules.contactListLagMs
}

/**
 * The error for a mapped contact that cannot be used: it is gone, it was replaced, or its row cannot be read. A contact
 * that no list has shown yet (the mapping has no `RecordId`) may be newer than the list shows.
 */
export function contactLost(
  { hold, rules }: { readonly hold: Pick<Hold, 'takenAt'>; readonly rules: Pick<Rules, 'contactListLagMs'> },
  mapping: Pick<Mapping, 'siagh' | 'updatedAt'>,
  found: Exclude<MappedContact, { is: 'listed' }>,
): SyncError {
  switch (found.is) {
    case 'missing':
      return mayBeListedLater({ hold, rules }, mapping) ? notListedYet(mapping) : contactDeleted(mapping)
    case 'replaced':
      return contactReplaced(mapping, found.row)
    case 'unreadable':
      return contactUnreadable(found.at)
  }
}
