import { latinDigits } from '../persian/digits'
import { foldedPhone, mobilesIn } from '../persian/phone-numbers'
import type { SiaghRow } from '../siagh/siagh-row'
import { hasRightChecksum } from './national-codes'

/** By what an identity can be known as a contact's, the surest first. */
export const twinTies = ['refId', 'customerNumber', 'nationalCode', 'mobile', 'nameAndPhone'] as const

/** One of `twinTies`. */
export type TwinTie = (typeof twinTies)[number]

/** A contact's national code with its zeros back; `undefined` where it is none or its checksum is wrong. */
export const codeOf = ({ NationalCode, TowardType }: SiaghRow): string | undefined => {
  const digits = latinDigits(NationalCode ?? '')
  const code = TowardType || digits.length < 8 ? digits : digits.padStart(10, '0')
  return hasRightChecksum(code) && code.length === (TowardType ? 11 : 10) ? code : undefined
}

/** The mobile numbers of a contact, ten digits each. */
export const mobilesOf = ({ MobileNo }: SiaghRow): readonly string[] =>
  mobilesIn(MobileNo).filter((number) => /^9\d{9}$/.test(number))

/** A contact's landline as area code and local number; `undefined` where it has none. */
export const landlineIn = ({ TelNo }: SiaghRow): readonly [string, string] | undefined => {
  const digits = foldedPhone(TelNo)
  return digits.length === 10 ? [`0${digits.slice(0, 2)}`, digits.slice(2)] : undefined
}

/** Codes that one contact alone has. */
const ownCodes = (contacts: readonly SiaghRow[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const code of contacts.map(codeOf)) if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count === 1).map(([code]) => code))
}

/** Answers by which ties each of these contacts can be known: what it has, and no other contact has as well. */
export const tiesAmong = (contacts: readonly SiaghRow[]): ((contact: SiaghRow) => readonly TwinTie[]) => {
  const own = ownCodes(contacts)
  return (contact) =>
    twinTies.filter((tie) => {
      switch (tie) {
        case 'refId':
        case 'customerNumber':
          return true
        case 'nationalCode':
          return own.has(codeOf(contact) ?? '')
        case 'mobile':
          return mobilesOf(contact).length > 0
        case 'nameAndPhone':
          return landlineIn(contact) !== undefined
      }
    })
}
