import type { IdentityType } from '@siagh-sync/sync-core'
import { foldForCompare, readNationalId, readPhones, readPostalCode } from '@siagh-sync/sync-core/matching'

/**
 * What a reader takes a field of a contact for: two spellings of a name, or two forms of a number, are the same. Of several numbers in
 * one field the first counts, since a sync writes one.
 */
export function asRead(field: string, value: unknown, type: IdentityType): unknown {
  if (typeof value !== 'string') return value
  if (field === 'mobileno' || field === 'telno') return readPhones(value).numbers[0]?.text ?? foldForCompare(value)
  if (field === 'passno') return readNationalId(value, type).text
  if (field === 'pocode') return readPostalCode(value).text
  return foldForCompare(value)
}
