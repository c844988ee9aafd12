import { inDigitsOf, latinDigits, madeUpDigits } from './made-up-digits'
import { madeUpWord } from './made-up-words'
import type { SecretOrder } from './secret-order'
import type { ShiftTime } from './shift-time'

/** A GUID, or 32 hexadecimal digits in a row, in any letters. */
const HEX = String.raw`(?<hex>(?<![0-9a-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-z]))`
/**
 * What may be a token, a key or coded bytes: long, with letters and digits. It begins where a run of such signs begins, so
 * that a run of a million signs is looked at once.
 */
const OPAQUE = String.raw`(?<opaque>(?<![\w+/=-])(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[0-9])[\w+/=-]{16,})`
const DATE = String.raw`(?<date>(?<!\d)\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d))`
const JALALI = String.raw`(?<jalali>(?<!\d)1[34]\d\d/\d{1,2}/\d{1,2}(?!\d))`
const URL_HEAD = String.raw`(?<scheme>https?:\/\/(?:www\.)?)`
const TOP_DOMAIN = String.raw`(?<domain>(?<=\w\.)(?:com|org|net|ir|co)(?![\p{L}\p{N}]))`
/** A mobile number or a landline of Iran as people write it: the ten digits behind the zero or the code of the country. */
const PHONE = String.raw`(?<phone>(?<!\d)(?:(?:\+|00)98[ -]?|98|0)(?:9\d\d[ -]?\d{3}[ -]?\d{4}|[1-8]\d[ -]?\d{4}[ -]?\d{4})(?!\d))`
/**
 * Letters in UTF-8 that were read in a Western or an Arabic encoding. Each letter became a letter and a sign, and the sign says
 * which letter it was.
 */
const GARBLED = String.raw`(?<garbled>(?:[\u00c2-\u00f4طظعغ][\u0080-\u00bf\u02c6\u02dc\u2018-\u2026\u2030\u2039\u203a\u20ac\u2122])+)`
/** A sign that may be part of a name, such as a heart. The signs of ASCII stay. */
const SIGN = String.raw`(?<sign>[\p{S}\p{Co}\u0080-\u009f](?<![\u0000-\u007f\ufffd]))`
const PARTS = new RegExp(
  [
    GARBLED,
    HEX,
    OPAQUE,
    DATE,
    JALALI,
    URL_HEAD,
    TOP_DOMAIN,
    PHONE,
    String.raw`(?<digits>\d+)`,
    String.raw`(?<word>[\p{L}\p{M}]+)`,
    String.raw`(?<other>\p{N})`,
    SIGN,
  ].join('|'),
  'giu',
)

const HEX_ALONE = new RegExp(HEX, 'i')
const ASCII = /^[\u0020-\u007e]*$/
const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** Texts may stand behind escapes of escapes: `%2525`. So often they are read. */
const MOST_ESCAPES = 6

/** Turns texts into made-up ones. */
export interface TextMaker {
  /** Letters become letters, digits become digits; spaces and punctuation stay. `isKept` says which words stay. */
  readonly text: (text: string, isKept?: (word: string) => boolean) => string
  /** A session or a token, as a whole. One of hexadecimal digits is the same one wherever it stands. */
  readonly secret: (text: string) => string
}

/** Makes the texts of one key. */
export function createTextMaker(order: SecretOrder, shift: ShiftTime): TextMaker {
  const known = new Map<string, string>()
  const once = (part: string, make: (part: string) => string) => {
    const made = known.get(part) ?? make(part)
    if (known.size < 50_000) known.set(part, made)
    return made
  }
  const partOf = (part: string, groups: Readonly<Record<string, string | undefined>>): string => {
    if (groups['garbled'] !== undefined) return madeUpGarbled(order, part)
    if (groups['sign'] !== undefined) return part.length > 1 ? '😀' : '●'
    if (groups['hex'] !== undefined) return inOtherDigitsOf(part, madeUpHex(order, latinDigits(part)))
    if (groups['opaque'] !== undefined) return madeUpOpaque(order, part)
    if (groups['date'] !== undefined) return inDigitsOf(part, shift.time(latinDigits(part)))
    if (groups['jalali'] !== undefined) return inDigitsOf(part, shift.jalali(latinDigits(part)))
    if (groups['scheme'] !== undefined || groups['domain'] !== undefined) return part
    if (groups['phone'] !== undefined) return madeUpPhone(order, part)
    if (groups['digits'] !== undefined) return madeUpDigits(order, part)
    return groups['other'] === undefined ? wordsOf(order, part) : '1'
  }
  const make = (text: string, isKept: (word: string) => boolean): string => {
    const plain = withoutEscapes(text)
    // Found in Latin digits, and written in the digits of the text: both have the same length.
    return latinDigits(plain).replace(PARTS, (...found: unknown[]) => {
      const groups = found.at(-1) as Readonly<Record<string, string | undefined>>
      const [place, part] = [found.at(-3) as number, String(found[0])]
      const written = plain.slice(place, place + part.length)
      if (groups['word'] !== undefined && isKept(part)) return written
      return once(written, (own) => partOf(own, groups))
    })
  }
  return {
    text: (text, isKept = () => false) => make(text, isKept),
    // Not every session is of ASCII letters: another server may have a text of a person in such a field.
    secret: (text) => (HEX_ALONE.test(text) || !ASCII.test(text) ? make(text, () => false) : madeUpToken(order, text)),
  }
}

/** In Persian or Arabic digits where the written text has one of them. */
function inOtherDigitsOf(written: string, latin: string): string {
  const [digit] = /[٠-٩۰-۹]/.exec(written) ?? []
  return digit === undefined ? latin : inDigitsOf(digit, latin)
}

function madeUpOpaque(order: SecretOrder, part: string): string {
  const latin = latinDigits(part)
  return isToken(latin) ? inOtherDigitsOf(part, madeUpToken(order, latin)) : wordsOf(order, part)
}

/** A token changes between letters, capitals and digits again and again. Its parts would stay recognizable one by one. */
function isToken(part: string): boolean {
  return (part.match(/[a-z](?=[0-9A-Z])|\d(?=[A-Za-z])|[A-Z](?=\d)/g) ?? []).length >= 4
}

/** An opaque text that turned out to be words and digits is made up by its parts. */
function wordsOf(order: SecretOrder, part: string): string {
  return part.replace(/[\p{L}\p{M}]+|\p{Nd}+/gu, (piece) =>
    /\p{Nd}/u.test(piece) ? madeUpDigits(order, piece) : madeUpWord(order, piece),
  )
}

function madeUpGarbled(order: SecretOrder, garbled: string): string {
  const draw = bytesFor(order, `garbled ${garbled}`)
  return Array.from(garbled, (_, place) => String.fromCharCode(0x61 + (draw(place) % 26))).join('')
}

function madeUpPhone(order: SecretOrder, written: string): string {
  const [head = ''] = /^(?:(?:\+|00)98[ -]?|98|0)/.exec(latinDigits(written)) ?? []
  return written.slice(0, head.length) + madeUpDigits(order, written.slice(head.length))
}

/** Other hexadecimal digits in the same places. The same for a GUID in any letters, with and without its hyphens. */
function madeUpHex(order: SecretOrder, written: string): string {
  const hex = written.replaceAll('-', '').toLowerCase()
  if (/^0+$/.test(hex)) return written
  const made = order.bytes(`hex ${hex}`).toString('hex')
  const isCapital = /[A-F]/.test(written)
  let place = 0
  return written.replace(/[0-9a-f]/gi, () => {
    const digit = made[place++] ?? '0'
    return isCapital ? digit.toUpperCase() : digit
  })
}

/** Other letters and digits. Which of them were capitals or digits does not stay, because coded bytes could be told by it. */
function madeUpToken(order: SecretOrder, written: string): string {
  const alphabet = /[A-Za-z]/.test(written) ? LETTERS_AND_DIGITS : '0123456789'
  const draw = bytesFor(order, `token ${written}`)
  return written.replace(/[A-Za-z0-9]/g, (_, place: number) => alphabet[draw(place) % alphabet.length] ?? '0')
}

/** As many bytes as are asked for, in order. A long label is hashed once and not for each byte. */
function bytesFor(order: SecretOrder, label: string): (place: number) => number {
  const seed = order.bytes(label).toString('hex')
  let [block, at] = [order.bytes(`${seed} 0`), 0]
  return (place) => {
    if (place >> 5 !== at) [block, at] = [order.bytes(`${seed} ${place >> 5}`), place >> 5]
    return block[place & 31] ?? 0
  }
}

/** A text behind an escape would be replaced sign by sign, which can be undone. So it is read first. */
function withoutEscapes(text: string): string {
  let plain = text
  for (let round = 0; round < MOST_ESCAPES; round += 1) {
    const read = readEscapes(plain)
    if (read === plain) break
    plain = read
  }
  return plain
}

function readEscapes(text: string): string {
  return text
    .replace(/(?<!\\)\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(\d{2,6});/g, (_, code: string) => fromCode(Number(code)))
    .replace(/&#x([0-9a-f]{2,5});/gi, (_, code: string) => fromCode(Number.parseInt(code, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (coded) => decoded(coded))
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' '
}

function decoded(coded: string): string {
  try {
    return decodeURIComponent(coded)
  } catch {
    return ' '
  }
}
