import { verifyIranianLegalId, verifyIranianNationalId } from '@persian-tools/persian-tools'
import type { IdentityType } from '../types'
import { undoSpreadsheet } from './spreadsheet'
import { normalizeText, showGaps } from './text'

/** A national code (person, 10 digits) or national id (organization, 11 digits). */
export interface NationalId {
  /** What is sent; `''` where nothing was given. */
  readonly text: string
  /**
   * Whether its length and check digit are right. A wrong one is sent all the same: it is what the CRM holds. The rule of the registry
   * does not notice every wrong digit: of a person's code that ends in 1 (the check digit of the remainders 1 and 10), and of an
   * organization's id that ends in 0 (remainders 0 and 10), one other digit in nearly every place is right as well. Under any
   * other check digit every change of one digit is noticed.
   */
  readonly valid: boolean
  /** Digits of it were lost in a spreadsheet, as in `1.23E+09`: there is nothing to send or to compare. */
  readonly isLost: boolean
}

/**
 * Reads a national code in whichever digits and punctuation. A person's 8 or 9 digits get back the zeros that spreadsheets
 * take off (siagh.md, "Field facts"). Digits that a person parted get none: nobody can tell where one is missing. Text with letters, as a
 * passport's number, is kept as it is and is not valid.
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

/** Codes of districts are not checked: the library's list of them is behind the registry's. */
function isNationalCode(code: string): boolean {
  return code.length === 10 && verifyIranianNationalId(code, { checkPrefix: false })
}

/** The library looks at the first 11 digits and lets any number follow, so the length is ours to check. */
function isLegalId(id: string): boolean {
  return id.length === 11 && verifyIranianLegalId(id) === true
}
