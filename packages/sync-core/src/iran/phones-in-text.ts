import { isAreaCode } from './area-codes'
import type { PhoneNumber } from './phone'
import { isCloseAbove, MANY_LINES } from './number-shapes'
import { numbersInChain, type ChainLink, type NumbersInChain } from './numbers-in-chain'
import { replaceWords } from './phone-words'

/** The numbers in a field that is meant for one number. */
export interface PhonesInText {
  /** In the order of the text. */
  readonly numbers: readonly PhoneNumber[]
  /** `false`: a part of the text could not be read as a number. */
  readonly understood: boolean
  /** The text names numbers that are not in this list: the rest of a range, or a fax. */
  readonly hasMore?: true
  /** The text names something beside the numbers: an extension, a count of lines, a flat, a time. */
  readonly hasAside?: true
}

/** A longer field holds more than telephone numbers. */
const MOST_CHARACTERS = 1_000

/**
 * Finds the telephone numbers in a text, with any digits, among words, counts of lines, extensions, flats and times.
 * Digits are never joined across a word. A fax is no telephone. If it is not sure what the digits are, they give no
 * number, and the text is not understood. Source of the forms: siagh.md, "Field facts", and Iran's numbering plan.
 */
export function readPhones(text: string): PhonesInText {
  if (text.length > MOST_CHARACTERS) return { numbers: [], understood: false }
  const replaced = replaceWords(text)
  const chains = chainsIn(replaced)
  const labels = labelsOf(chains)
  const isAlone = chains.length === 1 && !/[WNFX]/.test(replaced)
  const found = chains.map((chain, index): NumbersInChain => {
    if (labels[index] === 'F') return FAX
    if (labels[index] === 'N' || chain.before.trimEnd().endsWith('X')) return NOT_A_PHONE
    return numbersInChain(chain.links, { isLabelled: labels[index] === 'T', isAlone })
  })
  const read = found.map((one, index) => (isRestOfRange(chains, found, index) ? MORE : one))
  const isAreaUnsure = chains.some((chain, index) => read[index]?.understood === false && hasAreaCode(chain))
  const numbers = read.flatMap((one) => one.numbers).filter(({ kind }) => kind !== 'local' || !isAreaUnsure)
  const hasMore = read.some((chain) => chain.hasMore) || undefined
  const isSilent = numbers.length === 0 && !hasMore && /[\dA-Z]/.test(replaced)
  const understood = !isSilent && !replaced.includes('X') && read.every((chain) => chain.understood)
  return { numbers, understood, ...(hasMore && { hasMore }), ...(replaced.includes('A') && { hasAside: true }) }
}

const FAX: NumbersInChain = { numbers: [], hasMore: true, understood: true }
const MORE: NumbersInChain = FAX
const NOT_A_PHONE: NumbersInChain = { numbers: [], hasMore: false, understood: true }

/** Runs of digits without a sure separator between them. */
interface Chain {
  readonly links: readonly ChainLink[]
  readonly before: string
  readonly after: string
}

/** A sure separator of numbers: a letter from `replaceWords`, or a sign that no number contains. */
const BARRIER = /[A-Z/;+]/

/**
 * Joins digits that belong together: a plus after its 98 or apart from it, and a slash or another sign between an
 * area code, or the first part of a mobile number, and the rest.
 */
const JOINS: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/\+\s*(?=\d)/g, '+'],
  [/(?<!\d)98\+/g, '+98'],
  [
    /(?<!\d)0\d{2,3}(?:\s*\/\s*\d{2,4}){2,3}(?!\d)/g,
    (found) => (found.replace(/\D/g, '').length === 11 ? found.replaceAll('/', '-') : found),
  ],
  [/(?<!\d)(0[1-8]\d|09\d\d)\s*\/\s*(?=\d)/g, '$1-'],
  [/(?<=(?:^|[A-Z;])[\s([]*)(0[1-8]\d)[\s)\]]*;[\s;]*(?=[1-9]\d{7}(?!\d))/g, '$1-'],
  [/(?<!\d)(\d{8})\s*[/;][\s;]*(?=0[1-8]\d(?![\s-]*[\d+]))/g, '$1-'],
]

function chainsIn(replaced: string): readonly Chain[] {
  const pieces = JOINS.reduce((text, [pattern, join]) => text.replace(pattern, join as string), replaced).split(
    /(\+?\d+)/,
  )
  const chains: { links: ChainLink[]; before: string; after: string }[] = []
  for (let at = 1; at < pieces.length; at += 2) {
    const [between = '', digits = '', after = ''] = pieces.slice(at - 1, at + 2)
    const open = chains.at(-1)
    if (!open || BARRIER.test(between + digits)) chains.push({ links: [{ digits, gap: '' }], before: between, after })
    else {
      open.links.push({ digits, gap: between.includes('~') ? '~' : between.includes('-') ? '-' : '' })
      open.after = after
    }
  }
  return chains
}

/**
 * The label of each chain: `F`, `T` or `N`. It is the last label before the chain, or a label after the chain that
 * cannot belong to the next one.
 */
function labelsOf(chains: readonly Chain[]): readonly (string | undefined)[] {
  const isLabelLast = !/[FTN]/.test(chains[0]?.before ?? '') && /[FT]/.test(chains.at(-1)?.after ?? '')
  return chains.map(({ before, after }, index) => {
    const isLast = index === chains.length - 1
    const own = index === 0 ? before : isLabelLast && !/[/;]/.test(before) ? '' : (behindSlash(before) ?? before)
    const left = isLast || (isLabelLast && !/[/;]/.test(after)) ? after : (inFrontOfSlash(after) ?? '')
    return /[FTN](?=[^FTN]*$)/.exec(own)?.[0] ?? /[FT]/.exec(left)?.[0]
  })
}

/** The text that belongs to the number before it: everything up to a slash, or the text in brackets. */
function inFrontOfSlash(between: string): string | undefined {
  return /^([^/;]*)[/;]/.exec(between)?.[1] ?? /^\s*\(([^()]*)\)/.exec(between)?.[1]
}

function behindSlash(between: string): string | undefined {
  return /^[^/;]*[/;](.*)$/.exec(between)?.[1] ?? /^\s*\([^()]*\)(.*)$/.exec(between)?.[1]
}

/** An area code with an unsure number may belong to any other number in the field. */
function hasAreaCode({ links }: Chain): boolean {
  return links.some(({ digits }) => digits.startsWith('0') && isAreaCode(digits.slice(1)))
}

/** `88000008/9`: short digits that continue the last digits of the number before them. */
function isRestOfRange(chains: readonly Chain[], found: readonly NumbersInChain[], index: number): boolean {
  const [link, ...more] = chains[index]?.links ?? []
  if (!link || more.length > 0 || !/^\d{1,4}$/.test(link.digits) || !/^[\s/;]*$/.test(chains[index]?.before ?? ''))
    return false
  const previous = found.slice(0, index).findLast(({ numbers }) => numbers.length > 0)
  const last = previous?.numbers.at(-1)
  return last !== undefined && isCloseAbove(link.digits, last.text, MANY_LINES)
}
