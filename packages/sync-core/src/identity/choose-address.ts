import type { AddressContact } from '@siagh-sync/crm-client'
import { readPostalCode } from '../iran/postal-code'
import type { CodeOfSpreadsheet } from '../iran/spreadsheet'
import { foldForCompare, normalizeText } from '../iran/text'

/** The address of a contact. Siagh has room for one. `''`: there is none. */
export interface ChosenAddress {
  readonly address: string
  /** Postal code in Latin digits. */
  readonly pocode: string
  /** A spreadsheet has destroyed digits of the postal code, so nobody knows it. */
  readonly isCodeLost: boolean
}

/**
 * Chooses the default address of an identity, or else the first address that is not empty. The result has the form
 * `state، city، address`.
 */
export function chooseAddress(addresses: readonly AddressContact[]): ChosenAddress {
  const saying = addresses.filter(
    (address) => join(address) !== '' || zipOf(address).text !== '' || zipOf(address).isLost,
  )
  const chosen = saying.find((address) => address.default) ?? saying[0] ?? {}
  const { text, isLost } = zipOf(chosen)
  return { address: join(chosen), pocode: text, isCodeLost: isLost }
}

/**
 * Joins the parts from the last to the first, so that a state or city is not repeated if the rest already names it.
 */
function join({ state = '', city = '', address = '' }: AddressContact): string {
  return [city, state]
    .map((part) => normalizeText(part))
    .reduce(
      (rest, part) => (part === '' || names(rest, part) ? rest : rest === '' ? part : `${part}، ${rest}`),
      normalizeText(address),
    )
}

/**
 * Whether an address begins with the words of `place`, or has it between two commas. Example: `شهر تهران` names
 * `تهران`.
 */
function names(address: string, place: string): boolean {
  const wanted = foldForCompare(place)
  const segments = address.split(/[،,\-–]/).map((segment) => foldForCompare(segment))
  const bare = segments.map((segment) => segment.replace(/^(?:استان|شهرستان|شهر) /, ''))
  return bare.includes(wanted) || (segments[0] ?? '').startsWith(`${wanted} `)
}

function zipOf({ zipCode = '' }: AddressContact): CodeOfSpreadsheet {
  return readPostalCode(zipCode)
}
