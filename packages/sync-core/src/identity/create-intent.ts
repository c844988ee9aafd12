import type { ContactFields, SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { fingerprintOf } from '../fingerprint'
import { foldForCompare } from '../iran/text'
import type { Mapping, MappingDraft } from '../ports/store'
import type { ContactList } from '../matching/contact-list'
import type { Target } from './target'

/** What is stored about a contact before it is created. If the answer is lost, the contact is recognised by this. */
export interface CreateIntent {
  /** The highest `Code` in the list before the write. */
  readonly highestCode: number
  /** The number of contacts before the write. 0: stored by a version that did not count them. */
  readonly contacts: number
  /**
   * The number of unreadable rows before the write that showed neither code nor `tmpid`. Each of them may be any
   * contact.
   */
  readonly hidden: number
  /** A hash of the name and the numbers that were sent. */
  readonly likeness: string
}

/** Whether an unreadable row may be any new contact. */
export function isHidden({ code, tmpid }: UnreadableRow): boolean {
  return code === undefined && tmpid === undefined
}

/** The mapping of an identity before its contact is created. */
export function intentTo(
  fields: ContactFields,
  { type, filled }: Target,
  { highestCode, size, unreadable }: Pick<ContactList, 'highestCode' | 'size' | 'unreadable'>,
): Omit<MappingDraft, 'key'> {
  const hidden = unreadable.filter(isHidden).length
  const intent: CreateIntent = { highestCode, contacts: size, hidden, likeness: hashOf(fields) }
  return { state: 'intent', fingerprint: '', detail: { ...intent, type, filled } }
}

/** Reads what `intentTo` has stored. */
export function readIntent({ detail }: Mapping): CreateIntent {
  return {
    highestCode: Number(detail['highestCode']),
    contacts: Number(detail['contacts'] ?? 0),
    hidden: Number(detail['hidden'] ?? 0),
    likeness: String(detail['likeness']),
  }
}

/** Whether a contact has the name and the numbers of the intent. Differences in spelling do not count. */
export function isAsSent(row: SiaghUser, { likeness }: CreateIntent): boolean {
  const { Name = '', MobileNo = '', TelNo = '', NationalCode = '' } = row
  return hashOf({ fullname: Name, mobileno: MobileNo, telno: TelNo, passno: NationalCode }) === likeness
}

// A hash, so that the store holds little personal data.
function hashOf(fields: Pick<ContactFields, 'fullname' | 'mobileno' | 'telno' | 'passno'>): string {
  return fingerprintOf([fields.fullname, fields.mobileno, fields.telno, fields.passno].map(foldForCompare))
}
