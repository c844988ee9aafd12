// «به شماره 2488», "under the number 2488". Some screens put a half-space, a colon, a bracket or a number sign between.
const AFTER_NUMBER_WORD = /به\s*شماره[\s:=#№([{«"'“–-]*/u

// Runs of digits and Latin letters, parted by single signs. Letters of Persian only begin a number, as in `ف-2488`.
const NUMBER =
  /^(?:(?:\p{Script=Arabic}{1,4}|[A-Za-z]{1,8})[-–/_.])?[A-Za-z]*\d[A-Za-z\d]*(?:[,.،٬٫/\\_–—\u00A0\u2009\u202F-](?:[A-Za-z]*\d[A-Za-z\d]*|[A-Za-z]{1,3}(?![A-Za-z])))*/u

const INVISIBLE = /[\u00AD\u200B-\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
const TAG = /<[^<>]*>/g

// One sign for all thousands, and a fraction of nothing: no number of a document has a fraction.
const WITH_THOUSANDS = /^[1-9]\d{0,2}(?:([,،٬\u00A0\u2009\u202F])\d{3})(?:\1\d{3})*$/
const NO_FRACTION = /(?<=\d)[.٫]0+$/

// `2 488`: a number with a gap for the thousands, or the number 2 and then another one.
const UNSURE_GAP = /^\d{1,3} \d{3}(?!\d)/

/**
 * The number of a saved document, from the first of Siagh's messages that tells one; it is answered nowhere else. It is a text, since it
 * may have a year or a letter in it: `1404/2488`, `A-2488`. Signs between thousands are taken out only where they can be nothing else:
 * `2,488` is 2488, while `2.488` and `1404,2488` stay as they are. Persian and Arabic digits become Latin ones.
 */
export function findDocumentNumber(messages: readonly string[]): string | undefined {
  for (const message of messages) {
    const text = toLatinDigits(message).replace(TAG, '').replace(INVISIBLE, '')
    const word = AFTER_NUMBER_WORD.exec(text)
    const rest = word ? text.slice(word.index + word[0].length) : ''
    const number = NUMBER.exec(rest)?.[0]
    if (number !== undefined && !UNSURE_GAP.test(rest)) return withoutThousands(number)
  }
  return undefined
}

function withoutThousands(number: string): string {
  const whole = number.replace(NO_FRACTION, '')
  if (WITH_THOUSANDS.test(whole)) return whole.replace(/\D/g, '')
  return /^\d+$/.test(whole) ? whole : number
}

function toLatinDigits(text: string): string {
  // The value of a digit is the low four bits in both blocks: U+0660 and U+06F0.
  return text.replace(/[\u06F0-\u06F9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
