/** U+06F0.. are the Persian digits, U+0660.. the Arabic ones; the last four bits of both are the digit. */
const EASTERN_DIGITS = /[\u06F0-\u06F9\u0660-\u0669]/g

/** Soft hyphen, zero-width space, BOM, and the marks that turn the direction of writing: they cannot be seen or searched. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** What fonts of the 1990s stored in place of letters: `ﻋﻠﻲ` is `علی`. */
const PRESENTATION_FORMS = /[\uFB50-\uFDFF\uFE70-\uFEFC]/g

/** Vowel signs and the stretching stroke (U+0640): written or left out at will. */
const ORNAMENTS = /[\u0640\u064B-\u065F\u0670]/g

/** What the forms of a text leave out, in front of a digit. */
const HIDDEN_BEFORE_DIGIT =
  /[\u00AD\u200B-\u200F\u061C\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u0640\u064B-\u065F\u0670\p{Cs}]+(?=\p{Nd})/gu
const ENDS_WITH_DIGIT = /\p{Nd}$/u

/**
 * Letters that are typed one for another, beyond those that `normalizeText` makes one; and the bars that cannot be sent to
 * Siagh, so that a name which holds one is known again by the `¦` that was saved in its place.
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

/** Persian and Arabic digits become Latin ones; everything else stays. */
export function foldDigits(text: string): string {
  return text.replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/**
 * A space for what cannot be seen between two digits, and a dash for the stretching stroke: it may be all that parts two numbers, and is left
 * out elsewhere. For text that holds a number.
 */
export function showGaps(text: string): string {
  return text.replace(HIDDEN_BEFORE_DIGIT, (found, at: number) => {
    if (!ENDS_WITH_DIGIT.test(text.slice(0, at))) return found
    return found.includes('\u0640') ? '-' : ' '
  })
}

/**
 * Text as it is sent to Siagh: one line, Persian ی and ک (Arabic ones for `arabic`), Latin digits, composed (NFC), without
 * marks of direction. ZWNJ and emoji stay, and so does ة, which Persian spells in its own right. Half of an emoji, as a limit of characters leaves it, goes. `|` is the codec's matter.
 * Doing it twice changes nothing. Source: siagh.md, "Field facts".
 */
export function normalizeText(text: string, letters: 'persian' | 'arabic' = 'persian'): string {
  const visible = text
    .replace(INVISIBLE, '')
    .replace(/\p{Cs}/gu, '')
    .replace(PRESENTATION_FORMS, (form) => form.normalize('NFKC'))
  // By way of the Arabic letter, since a hamza above (U+0654) composes with that one alone.
  const arabic = visible.replace(/[یى]/g, 'ي').replace(/ک/g, 'ك').normalize('NFC')
  const written = letters === 'arabic' ? arabic : arabic.replace(/ي/g, 'ی').replace(/ك/g, 'ک')
  return foldDigits(collapseSpace(written))
}

/**
 * The form in which two texts are compared: as `normalizeText`, and letter case, ZWNJ beside space, vowel signs and
 * look-alike letters no longer matter. For comparing only: it is not how anybody writes.
 */
export function foldForCompare(text: string): string {
  const compatible = normalizeText(text).normalize('NFKC').toLowerCase().normalize('NFKC')
  const letters = Array.from(compatible.replace(ORNAMENTS, ''), (letter) => LOOK_ALIKES.get(letter) ?? letter).join('')
  return normalizeText(letters.replace(/[\u200C\u200D]/g, ' '))
}

/** Control characters and line breaks are spaces; a ZWNJ counts only between two letters. */
function collapseSpace(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\s\u200C]+/g, (run) => (/\s/.test(run) ? ' ' : '\u200C'))
    .replace(/^[ \u200C]|[ \u200C]$/g, '')
}
