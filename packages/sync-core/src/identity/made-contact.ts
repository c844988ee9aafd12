import type { SiaghUser } from '@siagh-sync/siagh-client'
import { fingerprintOf } from '../fingerprint'
import { foldForCompare } from '../iran/text'
import type { ContactDraftFields } from './contact-draft'

/**
 * What a contact is known by until Siagh's list has told its `RecordId`: its name, mobile number and national code as they were sent. Hashes, so
 * that the store holds no more of a person than it has to.
 */
export function marksOfMade({ fullname, mobileno, passno }: ContactDraftFields): string[] {
  return hashesOf({ name: fullname, mobile: mobileno, nationalCode: passno })
}

/** Whether a row has one of them: a person may have put the others right in Siagh. */
export function isMade({ Name = '', MobileNo = '', NationalCode = '' }: SiaghUser, marks: readonly string[]): boolean {
  return hashesOf({ name: Name, mobile: MobileNo, nationalCode: NationalCode }).some((hash) => marks.includes(hash))
}

function hashesOf(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts)
    .map(([name, text]) => [name, foldForCompare(text)] as const)
    .filter(([, text]) => text !== '')
    .map((known) => fingerprintOf(known))
}
