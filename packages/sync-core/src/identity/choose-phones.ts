import type { PhoneContact } from '@siagh-sync/crm-client'
import { readPhones } from '../iran/phones-in-text'
import type { PhoneNumber } from '../iran/phone'
import type { Warning } from '../types'

/** The two numbers that a contact of Siagh has room for; `''`: there is none. */
export interface ChosenPhones {
  readonly mobileno: string
  readonly telno: string
  readonly warnings: readonly Warning[]
}

/**
 * The first mobile and the first landline among an identity's phones, the default phone before the others. What a number is
 * decides its digits, never `phoneType`, which is free text in the CRM. A number without area code is taken where there is
 * no other landline. Warns of what was not understood and of numbers that there was no room for.
 */
export function choosePhones(contacts: readonly PhoneContact[]): ChosenPhones {
  const inOrder = [...contacts.filter((contact) => contact.default), ...contacts.filter((contact) => !contact.default)]
  const found = inOrder.map((contact) => readPhones(contact.phoneNumber ?? ''))
  const numbers = found.flatMap((phones) => phones.numbers)
  const mobileno = textsOf(numbers, 'mobile')[0] ?? ''
  const telno = textsOf(numbers, 'landline')[0] ?? textsOf(numbers, 'local')[0] ?? ''
  const leftOut = numbers.some(({ text }) => text !== mobileno && !telno.endsWith(text))
  const warnings: Warning[] = []
  if (found.some((phones) => !phones.understood)) warnings.push('phone_not_understood')
  if (leftOut) warnings.push('phone_left_out')
  return { mobileno, telno, warnings }
}

function textsOf(numbers: readonly PhoneNumber[], kind: PhoneNumber['kind']): string[] {
  return numbers.filter((number) => number.kind === kind).map((number) => number.text)
}
