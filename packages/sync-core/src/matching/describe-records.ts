import type { SiaghUser } from '@siagh-sync/siagh-client'
import { typeOfRow } from '../identity/contact-fields'
import type { FetchedIdentity } from '../reading/read-either-type'
import type { Rules } from '../rules'
import { nameOfRow } from '../to-identity/to-identity'
import type { Described } from './likeness'

/** What an identity says of itself. */
export function describeIdentity({ type, identity }: FetchedIdentity): Described {
  const { nickName, nationalCode = '', phoneContacts } = identity
  const parts = 'firstName' in identity || 'lastName' in identity ? [identity.firstName, identity.lastName] : []
  return {
    type,
    name: nickName ?? parts.join(' '),
    nationalCode,
    phones: phoneContacts.flatMap(({ phoneNumber }) => phoneNumber ?? []),
  }
}

/** What a contact says of itself. */
export function describeContact(row: SiaghUser, rules: Rules): Described {
  const { NationalCode = '' } = row
  return { type: typeOfRow(row, rules), name: nameOfRow(row), nationalCode: NationalCode, phones: phonesOf(row) }
}

/** The telephone numbers of a contact, each field as it is typed. */
export function phonesOf({ MobileNo, MobileNo2, TelNo, TelNo2 }: SiaghUser): string[] {
  return [MobileNo, MobileNo2, TelNo, TelNo2].flatMap((text) => text ?? [])
}
