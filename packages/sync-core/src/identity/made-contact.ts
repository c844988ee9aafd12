import type { SiaghUser } from '@siagh-sync/siagh-client'
import { fingerprintOf } from '../fingerprint'
import { foldForCompare } from '../iran/text'
import type { ContactDraftFields } from './contact-draft'

/**
 * Hashes that identify a new contact until Siagh's list shows its `RecordId`: of its name, mobile number and national
 * code, as they were sent. They are hashes so that the store holds little personal data.
 */
export function hashesOfMade({ fullname, mobileno, passno }: ContactDraftFields): string[] {
  return hashesOf({ name: fullname, mobile: mobileno, nationalCode: passno })
}

/**
 * Whether a row has one of these hashes. One is enough, because a person may have corrected the other values in
 * Siagh.
 */
export function isMade({ Name = '', MobileNo = '', NationalCode = '' }: SiaghUser, hashes: readonly string[]): boolean {
  return hashesOf({ name: Name, mobile: MobileNo, nationalCode: NationalCode }).some((hash) => hashes.includes(hash))
}

function hashesOf(texts: Readonly<Record<string, string>>): string[] {
  return Object.entries(texts)
    .map(([name, text]) => [name, foldForCompare(text)] as const)
    .filter(([, text]) => text !== '')
    .map((known) => fingerprintOf(known))
}
