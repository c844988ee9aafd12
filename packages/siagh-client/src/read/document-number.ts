// «به شماره 2488», "under the number 2488". Some screens put a half-space, a colon, a bracket or a number sign before
// the number.
const AFTER_NUMBER_WORD = /به\s*شماره[\s:=#№([{«"'“–-]*/u

const SERIES = String.raw`(?:الف|(?!و)\p{Script=Arabic})(?![\p{L}\p{M}])`

// Runs of digits and Latin letters with single signs between them. A Persian part may be a few letters before the
// first sign, as in `ف-2488`, or the name of a letter, as in `2488/الف`.
const NUMBER = new RegExp(
  String.raw`^(?:(?:\p{Script=Arabic}{1,4}|[A-Za-z]{1,8})[-–/_.])?[A-Za-z]*\d[A-Za-z\d]*` +
    String.raw`(?:[,.،٬٫/\\_–—\u00A0\u2009\u202F-](?:[A-Za-z]*\d[A-Za-z\d]*|[A-Za-z]{1,3}(?![A-Za-z]))|[-–/_]${SERIES})*`,
  'u',
)

const DATE = String.raw`1[34]\d\d/(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])(?![\d/])`
const SIGNS = String.raw`[\s.,،؛;:!?؟()[\]{}«»"“”'‘’|/\\_–—-]*`
/** A sign that cannot be inside a number. */
const GAP = String.raw`[\s،؛;:!?؟()[\]{}«»"“”]`
const WORD = String.raw`(?!(?:تا|الی|لغایت|یا|to|or|and)\s*\d)(?!الف(?![\p{L}\p{M}]))(?:و\s+)?[\p{L}\p{M}]{2}`
/** The words with which Siagh's sentence continues. They are recognised even without a gap. */
const GOES_ON = '(?:ثبت|ذخیره|ایجاد|صادر|درج|شد|گردید|مورخ|تاریخ|با |در |به |می|است)'

/** What may follow a complete number: the end, a date, or a word. Anything else may belong to the number. */
const SURE_END = new RegExp(String.raw`^${SIGNS}(?:$|${GOES_ON}|(?<=${GAP})(?:${WORD}|${DATE}))`, 'u')

// `2488-1404/09/01`: a number and a date, or one number. `1e5`: a number as a spreadsheet writes it.
const UNSURE_NUMBER = new RegExp(String.raw`^.*\D${DATE}$|^[\d.,٫]+e\d+$`, 'iu')

const INVISIBLE = /[\u00AD\u200B-\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/g
// An invisible character may be the only separator between two numbers.
const PARTED = /(?<=\d)[\u00AD\u200B-\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+(?=\d)/g
const TAG = /<[^<>]*>/g

// One sign for all thousands, and a fraction of zero. The number of a document has no fraction.
const WITH_THOUSANDS = /^[1-9]\d{0,2}(?:([,،٬\u00A0\u2009\u202F])\d{3})(?:\1\d{3})*$/
const NO_FRACTION = /(?<=\d)[.٫]0+$/

/**
 * The number of a saved document, from the first of Siagh's messages that holds one. No other field of the answer
 * holds it. It is a text, because it may contain a year or a letter: `1404/2488`, `A-2488`. Signs between thousands
 * are removed only if they can be nothing else: `2,488` is 2488, but `2.488` and `1404,2488` stay as they are.
 * Persian and Arabic digits become Latin ones. `undefined`: there is no number, or its end is not sure, as in `1404 /
 * 2488` or `2488+1`.
 */
export function findDocumentNumber(messages: readonly string[]): string | undefined {
  for (const message of messages) {
    const text = toLatinDigits(message).replace(TAG, '\u200B').replace(PARTED, '#').replace(INVISIBLE, '')
    const word = AFTER_NUMBER_WORD.exec(text)
    const rest = word ? text.slice(word.index + word[0].length) : ''
    const number = NUMBER.exec(rest)?.[0]
    if (number === undefined) continue
    const isSure = !UNSURE_NUMBER.test(number) && SURE_END.test(rest.slice(number.length))
    return isSure ? withoutThousands(number) : undefined
  }
  return undefined
}

function withoutThousands(number: string): string {
  const whole = number.replace(NO_FRACTION, '')
  if (WITH_THOUSANDS.test(whole)) return whole.replace(/\D/g, '')
  return /^\d+$/.test(whole) ? whole : number
}

function toLatinDigits(text: string): string {
  // In both blocks, U+0660 and U+06F0, the low four bits are the value of the digit.
  return text.replace(/[\u06F0-\u06F9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}
