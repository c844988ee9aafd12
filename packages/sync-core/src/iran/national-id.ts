import { verifyIranianLegalId, verifyIranianNationalId } from '@persian-tools/persian-tools'
import type { IdentityType } from '../types'
import { undoSpreadsheet } from './spreadsheet'
import { normalizeText, showGaps } from './text'

/** A national code (person, 10 digits) or national id (organization, 11 digits). */
export interface NationalId {
  /** The text that is sent. `''`: nothing was given. */
  readonly text: string
  /**
   * Whether its length and check digit are right. A wrong code is sent too, because the CRM holds it. The check does
   * not notice every wrong digit. In a person's code that ends in 1 (the check digit of the remainders 1 and 10), and
   * in an organization's id that ends in 0 (remainders 0 and 10), almost every digit can be replaced by one other
   * digit without notice. Under every other check digit, each change of one digit is noticed.
   */
  readonly valid: boolean
  /** A spreadsheet has destroyed digits of it, as in `1.23E+09`. It can be neither sent nor compared. */
  readonly isLost: boolean
}

/**
 * Reads a national code with any digits and punctuation. A person's code of 8 or 9 digits gets back the zeros that
 * spreadsheets remove (siagh.md, "Field facts"). If a person has separated the digits, no zeros are added, because
 * nobody knows where a digit is missing. Text with letters, such as a passport number, stays as it is and is not
 * valid.
 */
export function readNationalId(text: string, type: IdentityType): NationalId {
  const ownDigits = type === 'organization' ? 11 : 10
  const isWhole = (digits: string) => digits.length === ownDigits || isNationalCode(digits) || isLegalId(digits)
  const { text: digits, isLost } = undoSpreadsheet(normalizeText(showGaps(text)), isWhole)
  if (!/^\d+$/.test(digits)) return { text: digits, valid: digits === '' && !isLost, isLost }
  if (type === 'organization') return { text: digits, valid: isLegalId(digits), isLost }
  const code = digits.length === 8 || digits.length === 9 ? digits.padStart(10, '0') : digits
  return { text: code, valid: isNationalCode(code), isLost }
}

/** The codes of districts are not checked: the library's list of them is older than the registry's. */
function isNationalCode(code: string): boolean {
  return code.length === 10 && verifyIranianNationalId(code, { checkPrefix: false })
}

/** The library checks the first 11 digits and accepts more, so the length is checked here. */
function isLegalId(id: string): boolean {
  return id.length === 11 && verifyIranianLegalId(id) === true
}
