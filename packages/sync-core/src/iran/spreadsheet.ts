/** A code that may have gone through a spreadsheet, which takes it for a number. */
export interface CodeOfSpreadsheet {
  /** The code as it was before, but for zeros at its beginning. `''` where digits of it are lost. */
  readonly text: string
  /** `true`: the spreadsheet shows less than it was given, as in `1.23E+09`. What the code was, nobody can tell. */
  readonly isLost: boolean
}

const LOST = [
  // `1.23457E+11`. Even where all digits seem to be there the last ones may be rounded.
  /^[+-]?\d+(?:[.,\u066B/]\d+)?\s*e\s*[+-]?\s*\d+$/i,
  /^[+-]?\d+(?:[.,\u066B/]\d+)?\s*[x×*]\s*10\s*\^?\s*[+-]?\d+$/i,
  // A cell that is too narrow.
  /^#+$/,
  // A fraction is no code.
  /^\d+[.\u066B](?!0+$)\d{1,2}$/,
]
/** `1234567890.0`; with the decimal sign of the Persian settings of Windows too. */
const WHOLE_NUMBER = /^(\d+)[.\u066B]0+$|^(\d{5,})\/0+$/
const WITH_SEPARATORS = /^[1-9]\d{0,2}(?:([,\u066C\u060C])\d{3})(?:\1\d{3})*(?:[.\u066B]0+)?$/

/** Undoes what spreadsheets do to a code in Latin digits: `.0` behind it, commas in it, an apostrophe before it. Any other text stays. */
export function undoSpreadsheet(code: string): CodeOfSpreadsheet {
  const text = code.replace(/^['\u2019]/, '')
  if (LOST.some((form) => form.test(text))) return { text: '', isLost: true }
  if (WITH_SEPARATORS.test(text)) return { text: text.replace(/[.\u066B]0+$/, '').replace(/\D/g, ''), isLost: false }
  const [, whole, beforeSlash] = WHOLE_NUMBER.exec(text) ?? []
  return { text: whole ?? beforeSlash ?? text, isLost: false }
}
