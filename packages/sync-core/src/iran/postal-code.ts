import { undoSpreadsheet, type CodeOfSpreadsheet } from './spreadsheet'
import { normalizeText } from './text'

/** A postal code in Latin digits, without what a spreadsheet or a person types into it; a foreign one with letters stays as it is. */
export function readPostalCode(written: string): CodeOfSpreadsheet {
  const code = undoSpreadsheet(normalizeText(written))
  const digits = code.text.replace(/[\s\u200C\-–_.]/g, '')
  return /^\d*$/.test(digits) ? { ...code, text: digits } : code
}
