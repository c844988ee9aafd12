import type { ContactFields, SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { fingerprintOf } from '../fingerprint'
import { foldForCompare } from '../iran/text'
import type { Mapping, MappingDraft } from '../ports/store'
import type { ContactList } from '../matching/contact-list'
import type { Target } from './target'

/** What is kept of a contact that is about to be made, to know it again if the answer is lost. */
export interface CreateIntent {
  /** The newest contact before it. */
  readonly highestCode: number
  /** How many contacts there were before it. 0: kept by a version that did not count them. */
  readonly contacts: number
  /** How many rows before it could not be read and told neither code nor mark, so that each might be it. */
  readonly hidden: number
  /** Of the name and the numbers that were sent. */
  readonly likeness: string
}

/** Whether a row that cannot be read may be any contact that was made. */
export function isHidden({ code, tmpid }: UnreadableRow): boolean {
  return code === undefined && tmpid === undefined
}

/** The mapping of an identity whose contact is about to be made. */
export function intentTo(
  fields: ContactFields,
  { type, filled }: Target,
  { highestCode, size, unreadable }: Pick<ContactList, 'highestCode' | 'size' | 'unreadable'>,
): Omit<MappingDraft, 'key'> {
  const hidden = unreadable.filter(isHidden).length
  const intent: CreateIntent = { highestCode, contacts: size, hidden, likeness: hashOf(fields) }
  return { state: 'intent', fingerprint: '', detail: { ...intent, type, filled } }
}

/** Reads what `intentTo` has kept. */
export function readIntent({ detail }: Mapping): CreateIntent {
  return {
    highestCode: Number(detail['highestCode']),
    contacts: Number(detail['contacts'] ?? 0),
    hidden: Number(detail['hidden'] ?? 0),
    likeness: String(detail['likeness']),
  }
}

/** Whether a contact has the name and the numbers of the intent, however they are typed. */
export function isAsSent(row: SiaghUser, { likeness }: CreateIntent): boolean {
  const { Name = '', MobileNo = '', TelNo = '', NationalCode = '' } = row
  return hashOf({ fullname: Name, mobileno: MobileNo, telno: TelNo, passno: NationalCode }) === likeness
}

// A hash, so that the store holds no more of a person than it has to.
function hashOf(fields: Pick<ContactFields, 'fullname' | 'mobileno' | 'telno' | 'passno'>): string {
  return fingerprintOf([fields.fullname, fields.mobileno, fields.telno, fields.passno].map(foldForCompare))
}
