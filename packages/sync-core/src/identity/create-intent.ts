import type { ContactFields, SiaghUser } from '@siagh-sync/siagh-client'
import { fingerprintOf } from '../fingerprint'
import { foldForCompare } from '../iran/text'
import type { Mapping, MappingDraft } from '../ports/store'
import type { Target } from './target'

/** What is kept of a contact that is about to be made, to know it again if the answer is lost. */
export interface CreateIntent {
  /** When the write left at the latest, as far as is known; on our clock. */
  readonly at: number
  /** The newest contact before it. */
  readonly highestCode: number
  /** Of the name and the numbers that were sent. */
  readonly likeness: string
}

/** The mapping of an identity whose contact is about to be made. */
export function intentTo(
  fields: ContactFields,
  { type, filled }: Target,
  highestCode: number,
  at: number,
): Omit<MappingDraft, 'key'> {
  const intent: CreateIntent = { at, highestCode, likeness: likenessOf(fields) }
  return { state: 'intent', fingerprint: '', detail: { ...intent, type, filled } }
}

/** The same intent, whose write may have left as late as `at`. */
export function sentAt({ state, fingerprint, detail }: Mapping, at: number): Omit<MappingDraft, 'key'> {
  return { state, fingerprint, detail: { ...detail, at } }
}

/** Reads what `intentTo` has kept. */
export function readIntent({ detail }: Mapping): CreateIntent {
  return {
    at: Number(detail['at']),
    highestCode: Number(detail['highestCode']),
    likeness: String(detail['likeness']),
  }
}

/** Whether a contact has the name and the numbers of the intent, however they are typed. */
export function isLike(row: SiaghUser, { likeness }: CreateIntent): boolean {
  const { Name = '', MobileNo = '', TelNo = '', NationalCode = '' } = row
  return likenessOf({ fullname: Name, mobileno: MobileNo, telno: TelNo, passno: NationalCode }) === likeness
}

// A hash, so that the store holds no more of a person than it has to.
function likenessOf(fields: Pick<ContactFields, 'fullname' | 'mobileno' | 'telno' | 'passno'>): string {
  return fingerprintOf([fields.fullname, fields.mobileno, fields.telno, fields.passno].map(foldForCompare))
}
