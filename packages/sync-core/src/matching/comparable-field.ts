import { readNationalId } from '../iran/national-id'
import { readPhones } from '../iran/phones-in-text'
import { readPostalCode } from '../iran/postal-code'
import { foldForCompare } from '../iran/text'
import type { IdentityType } from '../types'

/**
 * The value of a contact field in a form for comparing. Two spellings of a name are equal, and so are two forms of a
 * number. If a field has several numbers, the first one counts, because a sync writes one.
 */
export function comparableField(field: string, value: unknown, type: IdentityType): unknown {
  if (typeof value !== 'string') return value
  if (field === 'mobileno' || field === 'telno') return readPhones(value).numbers[0]?.text ?? foldForCompare(value)
  if (field === 'passno') return readNationalId(value, type).text
  if (field === 'pocode') return readPostalCode(value).text
  return foldForCompare(value)
}
