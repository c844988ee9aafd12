import type { PhoneContact } from '@siagh-sync/crm-client'
import { readPhones, type PhonesInText } from '../iran/phones-in-text'
import type { PhoneNumber } from '../iran/phone'
import { foldForCompare } from '../iran/text'
import type { Warning } from '../types'

/** The two phone numbers of a contact. Siagh has room for two. `''`: there is none. */
export interface ChosenPhones {
  readonly mobileno: string
  readonly telno: string
  readonly warnings: readonly Warning[]
}

/**
 * Chooses the first mobile number and the first landline number of an identity. The default phone comes before the
 * others. The digits decide what a number is, and not `phoneType`, which is free text in the CRM. Only a fax is
 * recognised by `phoneType`. A number without area code is used if there is no other landline. Warns about text that
 * was not understood, and about numbers that were left out.
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

/** Matches `فکس`, but not `تلفکس` and not `تلفن و فکس`. */
const FAX = /^(?!.*(?:تل|tel|phone)).*(?:فکس|فاکس|نمابر|دورنگار|fax)/

function textsOf(numbers: readonly PhoneNumber[], kind: PhoneNumber['kind']): string[] {
  return numbers.filter((number) => number.kind === kind).map((number) => number.text)
}
