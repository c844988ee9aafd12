import { readNationalId } from '../iran/national-id'
import { readPhones } from '../iran/phones-in-text'
import { readPostalCode } from '../iran/postal-code'
import { foldForCompare } from '../iran/text'
import type { IdentityType } from '../types'

/**
 * What a reader takes a field of a contact for: two spellings of a name, or two forms of a number, are the same. Of several numbers in
 * one field the first counts, since a sync writes one.
 */
export function comparableField(field: string, value: unknown, type: IdentityType): unknown {
  if (typeof value !== 'string') return value
  if (field === 'mobileno' || field === 'telno') return readPhones(value).numbers[0]?.text ?? foldForCompare(value)
  if (field === 'passno') return readNationalId(value, type).text
  if (field === 'pocode') return readPostalCode(value).text
  return foldForCompare(value)
}
