/** U+06F0.. are the Persian digits, U+0660.. the Arabic ones. The last four bits of both are the digit. */
const EASTERN_DIGITS = /[\u06F0-\u06F9\u0660-\u0669]/g

/** Soft hyphen, zero-width space, BOM, and the marks for the direction of writing. They cannot be seen or searched. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** Characters that fonts of the 1990s used instead of letters: `ﻋﻠﻲ` is `علی`. */
const PRESENTATION_FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFC]/g

/** Vowel signs and the stretching stroke (U+0640). Writers may leave them out. */
const ORNAMENTS = /[\u0640\u064B-\u065F\u0670]/g

/** Invisible characters before a digit. */
const HIDDEN_BEFORE_DIGIT =
  /[\u00AD\u200B-\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u0640\u064B-\u065F\u0670\p{Cs}]+(?=\p{Nd})/gu
const ENDS_WITH_DIGIT = /\p{Nd}$/u

/**
 * Letters that people type instead of others, in addition to those that `normalizeText` unifies. Also the bars that
 * cannot be sent to Siagh: a name with a bar is found again by the `¦` that was saved instead.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['ة', 'ه'],
  ['ۀ', 'ه'],
  ['ە', 'ه'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ڪ', 'ک'],
  ['ې', 'ی'],
  ['|', '¦'],
  ['\u01C0', '¦'],
  ['\u2223', '¦'],
])

/** Turns Persian and Arabic digits into Latin ones. Everything else stays. */
export function foldDigits(text: string): string {
  return text.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/**
 * Puts a space for invisible characters between two digits, and a dash for the stretching stroke. They may be the
 * only separator of two numbers, and other functions remove them. For text that holds a number.
 */
export function showGaps(text: string): string {
  return text.replace(HIDDEN_BEFORE_DIGIT, (found, at: number) => {
    if (!ENDS_WITH_DIGIT.test(text.slice(0, at))) return found
    return found.includes('\u0640') ? '-' : ' '
  })
}

/**
 * Text as it is sent to Siagh: one line, Persian ی and ک (Arabic ones for `arabic`), Latin digits, composed (NFC),
 * without marks of direction. ZWNJ and emoji stay. So does ة, which is a letter of its own in Persian spelling. Half
 * an emoji, which a limit of characters may leave, is removed. `|` is handled by the codec. A second call changes
 * nothing. Source: siagh.md, "Field facts".
 */
export function normalizeText(text: string, letters: 'persian' | 'arabic' = 'persian'): string {
  const visible = text
    .replace(INVISIBLE, '')
    .replace(/\p{Cs}/gu, '')
    .replace(PRESENTATION_FORMS, (form) => form.normalize('NFKC'))
  // Goes through the Arabic letter, because a hamza above (U+0654) composes only with that letter.
  const arabic = visible.replace(/[یى]/g, 'ي').replace(/ک/g, 'ك').normalize('NFC')
  const written = letters === 'arabic' ? arabic : arabic.replace(/ي/g, 'ی').replace(/ك/g, 'ک')
  return foldDigits(collapseSpace(written))
}

/**
 * The form in which two texts are compared: like `normalizeText`, but letter case, ZWNJ or space, vowel signs and
 * look-alike letters make no difference. Only for comparing. Nobody writes like this.
 */
export function foldForCompare(text: string): string {
  const compatible = normalizeText(text).normalize('NFKC').toLowerCase().normalize('NFKC')
  const letters = Array.from(compatible.replace(ORNAMENTS, ''), (letter) => LOOK_ALIKES.get(letter) ?? letter).join('')
  return normalizeText(letters.replace(/[\u200C\u200D]/g, ' '))
}

/** Turns control characters and line breaks into spaces. A ZWNJ stays only between two letters. */
function collapseSpace(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\s\u200C]+/g, (run) => (/\s/.test(run) ? ' ' : '\u200C'))
    .replace(/^[ \u200C]|[ \u200C]$/g, '')
}
