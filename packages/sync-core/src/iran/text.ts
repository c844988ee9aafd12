/** U+06F0.. are the Persian digits, U+0660.. the Arabic ones; both end in the digit's value. */
const EASTERN_DIGITS = /[\u06F0-\u06F9\u0660-\u0669]/g

/** Persian and Arabic digits become Latin ones; everything else stays. */
export function foldDigits(text: string): string {
  return text.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
}

export function normalizeText(text: string): string {
  return foldDigits(text).trim()
}
