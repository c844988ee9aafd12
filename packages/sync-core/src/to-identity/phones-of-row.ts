import type { PhoneContact } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import { readPhones } from '../iran/phones-in-text'
import { normalizeText } from '../iran/text'
import type { Suspicion } from './identity-draft'

const FIELDS = [
  ['MobileNo', 'Mobile'],
  ['MobileNo2', 'Mobile'],
  ['TelNo', 'Office'],
  ['TelNo2', 'Office'],
] as const satisfies readonly (readonly [keyof SiaghUser, string])[]

/**
 * The telephone numbers of a contact, each once. One field may give several numbers. If a field is not fully
 * understood, or holds more than its numbers (such as an extension), it is sent as it was typed, so that nothing is
 * lost. `phoneType` is `Mobile` or `Office`. It follows from the number and not from its field.
 */
export function phonesOfRow(row: SiaghUser): {
  readonly contacts: readonly PhoneContact[]
  readonly suspicions: Suspicion[]
} {
  const types = new Map<string, string>()
  const suspicions: Suspicion[] = []
  for (const [field, phoneType] of FIELDS) {
    const text = row[field] ?? ''
    const { numbers, understood, hasMore, hasAside } = readPhones(text)
    if (!understood && !suspicions.includes('phone_not_understood')) suspicions.push('phone_not_understood')
    const found =
      !understood || hasMore || hasAside
        ? [[normalizeText(text), phoneType] as const]
        : numbers.map(({ kind, text }) => [text, typeOf(kind)] as const)
    for (const [text, type] of found) if (text !== '' && !types.has(text)) types.set(text, type)
  }
  return { contacts: Array.from(types, ([phoneNumber, phoneType]) => ({ phoneType, phoneNumber })), suspicions }
}

function typeOf(kind: 'mobile' | 'landline' | 'local'): string {
  return kind === 'mobile' ? 'Mobile' : 'Office'
}
