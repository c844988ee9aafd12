import { readNationalId } from '../iran/national-id'
import type { IdentityType } from '../types'
import type { Suspicion } from './identity-draft'

const PERSON_DIGITS = 10
const ORGANIZATION_DIGITS = 11

/** A contact's national code or id as it is sent, with the doubts about it. `''`: there is none. */
export function readCode(
  written: string,
  type: IdentityType,
): { readonly text: string; readonly suspicions: Suspicion[] } {
  const { text, valid, isLost } = readNationalId(written, type)
  if (isLost) return { text: '', suspicions: ['code_lost_digits'] }
  if (valid) return { text, suspicions: [] }
  const digits = /^\d+$/.test(text) ? text.length : 0
  if (type === 'person' && digits === ORGANIZATION_DIGITS) return { text, suspicions: ['person_with_legal_id'] }
  if (type === 'organization' && digits === PERSON_DIGITS) {
    return { text, suspicions: ['organization_with_personal_code'] }
  }
  return { text, suspicions: ['national_code_checksum'] }
}
