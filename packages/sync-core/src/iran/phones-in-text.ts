import { readPhone, type PhoneNumber } from './phone'
import { foldDigits } from './text'

/** What a field that is meant for one number turned out to hold. */
export interface PhonesInText {
  /** In the order in which they stand. */
  readonly numbers: readonly PhoneNumber[]
  /** `false`: something in the text could not be read as a number. */
  readonly understood: boolean
}

/** Between two numbers for certain. A dash or a space may stand inside one number as well. */
const BETWEEN_NUMBERS = /[/\\،,;؛|\r\n]+|\sو\s/
const EXTENSION = /(?<!\p{L})(?:داخل[یي]|ext(?:ension)?|#)[\s.:]*[1-9]\d{0,5}(?![\d-])/giu

/** No number has more digits, so no more pieces. */
const MOST_PIECES = 17

/**
 * Finds the numbers in a text, whichever digits it uses: several in one field, words beside them, and extensions, which
 * Siagh has no place for and which are left away. Source: siagh.md, "Field facts".
 */
export function readPhones(text: string): PhonesInText {
  const latin = foldDigits(text.normalize('NFKC')).replace(EXTENSION, ' ')
  const parts = latin.split(BETWEEN_NUMBERS).map((part) => readPieces(part.match(/\+?\d+/g) ?? []))
  const numbers = parts.flatMap((part) => part.numbers)
  const onlyWords = numbers.length === 0 && /\p{L}/u.test(latin)
  return { numbers, understood: !onlyWords && parts.every((part) => part.understood) }
}

/** The longest run of pieces that makes a number is one, so `021-8800 0008` is not read as `88000008` and a rest. */
function readPieces(pieces: readonly string[]): PhonesInText {
  const numbers: PhoneNumber[] = []
  let start = 0
  while (start < pieces.length) {
    const found = longestFrom(pieces, start)
    if (found === undefined) return { numbers, understood: false }
    numbers.push(found.number)
    start = found.end
  }
  return { numbers, understood: true }
}

function longestFrom(pieces: readonly string[], start: number): { number: PhoneNumber; end: number } | undefined {
  for (let end = Math.min(pieces.length, start + MOST_PIECES); end > start; end -= 1) {
    const run = pieces.slice(start, end)
    const number = readPhone(run.join('')) ?? areaCodeLast(run, end === pieces.length)
    if (number !== undefined) return { number, end }
  }
  return undefined
}

/** `88000008-021`: in a line that runs from right to left the area code is often typed last. */
function areaCodeLast([number, area, ...more]: readonly string[], atEnd: boolean): PhoneNumber | undefined {
  if (number === undefined || area === undefined || more.length > 0 || !atEnd) return undefined
  return /^[1-9]\d{7}$/.test(number) && /^0[1-8]\d$/.test(area) ? readPhone(area + number) : undefined
}
