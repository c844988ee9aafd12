import type { SiaghUser } from '@siagh-sync/siagh-client'
import { typeOfRow } from '../identity/contact-fields'
import type { FetchedIdentity } from '../reading/read-either-type'
import type { Rules } from '../rules'
import { nameOfRow } from '../to-identity/to-identity'
import { likenessOf, mobilesIn, type Described, type Likeness } from './likeness'

/** The values by which an identity may be found to be some contact. */
export function likenessOfIdentity(fetched: FetchedIdentity): Likeness {
  return likenessOf(describeIdentity(fetched))
}

/** The values by which a contact may be found to be some identity. */
export function likenessOfContact(row: SiaghUser, rules: Rules): Likeness {
  return likenessOf(describeContact(row, rules))
}

/** The mobile numbers in all fields of a contact, each once. */
export function mobilesOfContact(row: SiaghUser): readonly string[] {
  return mobilesIn(phonesOf(row))
}

function describeIdentity({ type, identity }: FetchedIdentity): Described {
  const { nickName, nationalCode = '', phoneContacts } = identity
  const parts = 'firstName' in identity || 'lastName' in identity ? [identity.firstName, identity.lastName] : []
  return {
    type,
    name: nickName ?? parts.join(' '),
    nationalCode,
    phones: phoneContacts.flatMap(({ phoneNumber }) => phoneNumber ?? []),
  }
}

function describeContact(row: SiaghUser, rules: Rules): Described {
  const { NationalCode = '' } = row
  return { type: typeOfRow(row, rules), name: nameOfRow(row), nationalCode: NationalCode, phones: phonesOf(row) }
}

function phonesOf({ MobileNo, MobileNo2, TelNo, TelNo2 }: SiaghUser): string[] {
  return [MobileNo, MobileNo2, TelNo, TelNo2].flatMap((text) => text ?? [])
}
