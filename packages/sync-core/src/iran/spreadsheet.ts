/** A code that may have been in a spreadsheet, which reads it as a number. */
export interface CodeOfSpreadsheet {
  /** The code as it was before, perhaps without zeros at its beginning. `''`: digits of it are lost. */
  readonly text: string
  /**
   * `true`: the spreadsheet shows fewer digits than it got, as in `1.23E+09`, or nobody knows which digits belong to
   * the code, as in `123-456789.0`.
   */
  readonly isLost: boolean
}

const LOST = [
  // `1.23457E+11`. Even if all digits seem to be there, the last ones may be rounded.
  /^[+-]?\d+(?:[.,\u066B/]\d+)?\s*e\s*[+-]?\s*\d+$/i,
  /^[+-]?\d+(?:[.,\u066B/]\d+)?\s*[x×*]\s*10\s*\^?\s*[+\-⁺⁻]?[\d⁰¹²³⁴-⁹]+$/i,
  // A cell that is too narrow, and a cell that shows an error.
  /^#(?:#*|[A-Z]+[!?]|N\/A|DIV\/0!)$/i,
  // A text that was cut.
  /^\d[\d\s-]*(?:…|\.{2,})$/,
  // A code has no fraction.
  /^\d+[.\u066B](?!0+$)\d{1,2}$|^\d{7,}[,\u060C](?!0+$)\d{1,2}$/,
  // 8, or eight thousand if the point separates thousands.
  /^[1-9]\d{0,2}\.000$/,
]

/** A longer text is no code. */
const MOST_CHARACTERS = 100
/** `="0012345679"` and `'0012345679` stop a spreadsheet from reading a code as a number. */
const WRAPPING = /^=(?=\d)|^=?["'`´‘’“”]+|["'`´‘’“”]+$/g
/** Signs between groups of digits, or between a whole number and its fraction. */
const DIGITS_AND_SIGNS = /^[\d\s\u200C_.,/\u066B\u066C\u060C\p{Pd}\u2212]*$/u
const BY_HAND = /^[\d\s\u200C_./\p{Pd}\u2212]+$/u
/** `1,234,567`. A single point may begin a fraction. */
const THOUSANDS = /^[1-9]\d{0,2}(?:([,\u066C\u060C])\d{3}(?:\1\d{3})*|(?:\.\d{3}){2,})$/
/**
 * A fraction of zero: the text before its sign, and the sign. In the Persian settings of Windows the sign is a slash.
 */
const FRACTION = /^(.*\d)[\s\u200C_\p{Pd}\u2212]*([.,/\u066B\u066C\u060C])[\s\u200C]*0{0,4}\D*$/u
/**
 * Before a comma or a slash, a few digits may be a part of a longer text: `8/0` and `8,0` may mean something else
 * than 8.
 */
const WITH_FRACTION = /^\d+[.\u066B]$|^\d{4,}[,\u066C\u060C]$|^\d{5,}\/$/
/** A national code with points, as its card shows it. The last digit is no fraction. */
const AS_ON_CARD = /^\d{3}([./,])\d{6}\1\d$/

/**
 * Removes what spreadsheets add to a code in Latin digits: `.0` after it, commas in it, an apostrophe or `="` before
 * it. Digits that a person has separated are joined if `isWhole` says that the result is a whole code. Any other text
 * stays as it is.
 */
export function undoSpreadsheet(code: string, isWhole: (digits: string) => boolean = () => false): CodeOfSpreadsheet {
  if (code.length > MOST_CHARACTERS || /^\d*$/.test(code)) return known(code)
  const text = code.replace(WRAPPING, '').trim()
  if (LOST.some((form) => form.test(text))) return UNKNOWN
  if (!DIGITS_AND_SIGNS.test(text)) return known(text)
  if (/^\D*$/.test(text)) return known('')
  if (THOUSANDS.test(text) || AS_ON_CARD.test(text)) return known(digitsOf(text))
  const [, whole = '', sign = ''] = FRACTION.exec(text) ?? []
  if (sign !== '') return withoutFraction(whole, sign, isWhole)
  const isCode = BY_HAND.test(text) && isWhole(digitsOf(text))
  return known(isCode ? digitsOf(text) : text)
}

function withoutFraction(whole: string, sign: string, isWhole: (digits: string) => boolean): CodeOfSpreadsheet {
  const isSure = WITH_FRACTION.test(`${whole}${sign}`)
  // A number with two points has no fraction.
  if (!isSure && whole.includes(sign)) return UNKNOWN
  return isSure || THOUSANDS.test(whole) || isWhole(digitsOf(whole)) ? known(digitsOf(whole)) : UNKNOWN
}

const UNKNOWN: CodeOfSpreadsheet = { text: '', isLost: true }

function known(text: string): CodeOfSpreadsheet {
  return { text, isLost: false }
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
