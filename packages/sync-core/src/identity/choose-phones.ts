import type { PhoneContact } from '@siagh-sync/crm-client'
import { readPhones, type PhonesInText } from '../iran/phones-in-text'
import type { PhoneNumber } from '../iran/phone'
import { foldForCompare } from '../iran/text'
import type { Warning } from '../types'

/** The two numbers that a contact of Siagh has room for; `''`: there is none. */
export interface ChosenPhones {
  readonly mobileno: string
  readonly telno: string
  readonly warnings: readonly Warning[]
}

/**
 * The first mobile and the first landline among an identity's phones, the default phone before the others. What a number is
 * decides its digits, never `phoneType`, which is free text in the CRM; only a fax is known by it. A number without area code is taken
 * where there is no other landline. Warns of what was not understood and of numbers that there was no room for.
 */
export function choosePhones(contacts: readonly PhoneContact[]): ChosenPhones {
  const inOrder = [...contacts.filter((contact) => contact.default), ...contacts.filter((contact) => !contact.default)]
  const found = inOrder.map(readContact)
  const numbers = found.flatMap((phones) => phones.numbers)
  const mobileno = textsOf(numbers, 'mobile')[0] ?? ''
  const telno = textsOf(numbers, 'landline')[0] ?? textsOf(numbers, 'local')[0] ?? ''
  const isLeftOut = ({ text }: PhoneNumber) => text !== mobileno && !telno.endsWith(text)
  const warnings: Warning[] = []
  if (found.some((phones) => !phones.understood)) warnings.push('phone_not_understood')
  if (found.some((phones) => phones.hasMore) || numbers.some(isLeftOut)) warnings.push('phone_left_out')
  return { mobileno, telno, warnings }
}

function readContact({ phoneNumber = '', phoneType = '' }: PhoneContact): PhonesInText {
  const phones = readPhones(phoneNumber)
  const isFax = phones.numbers.length > 0 && FAX.test(foldForCompare(phoneType))
  return isFax ? { numbers: [], understood: true, hasMore: true } : phones
}

/** `فکس`, but not `تلفکس` nor `تلفن و فکس`. */
const FAX = /^(?!.*(?:تل|tel|phone)).*(?:فکس|فاکس|نمابر|دورنگار|fax)/

function textsOf(numbers: readonly PhoneNumber[], kind: PhoneNumber['kind']): string[] {
  return numbers.filter((number) => number.kind === kind).map((number) => number.text)
}
