import { undoSpreadsheet, type CodeOfSpreadsheet } from './spreadsheet'
import { normalizeText, showGaps } from './text'

const DIGITS = 10

/**
 * Reads a postal code in Latin digits, without what a spreadsheet or a person adds to it. A code of Iran has ten
 * digits. Other digits stay as they are, with their separators, and so does a foreign code with letters.
 */
export function readPostalCode(written: string): CodeOfSpreadsheet {
  return undoSpreadsheet(normalizeText(showGaps(written)), (digits) => digits.length === DIGITS)
}
