import { undoSpreadsheet, type CodeOfSpreadsheet } from './spreadsheet'
import { normalizeText, showGaps } from './text'

const DIGITS = 10

/**
 * A postal code in Latin digits, without what a spreadsheet or a person types into it. Other than ten digits are no code of Iran, and what
 * parts them may part two things: such a code, and a foreign one with letters, stays as it is.
 */
export function readPostalCode(written: string): CodeOfSpreadsheet {
  return undoSpreadsheet(normalizeText(showGaps(written)), (digits) => digits.length === DIGITS)
}
