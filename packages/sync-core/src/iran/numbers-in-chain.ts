import { isAreaCode } from './area-codes'
import { isCloseAbove, MANY_LINES, shapeOf, type Beside, type Groups, type Shape } from './number-shapes'
import type { PhoneNumber } from './phone'

/** A run of digits, with what parts it from the one before: `-`, `~` for a range, or nothing that counts. */
export interface ChainLink {
  readonly digits: string
  readonly gap: '' | '-' | '~'
}

/** What a chain of digits holds. */
export interface NumbersInChain {
  readonly numbers: readonly PhoneNumber[]
  /** It tells of more numbers than these, as a range does. */
  readonly hasMore: boolean
  /** `false`: some of its digits are of no number. */
  readonly understood: boolean
}

const NOTHING: NumbersInChain = { numbers: [], hasMore: false, understood: false }

/** No number has more digits, so no more groups. */
const MOST_GROUPS = 17

/** A chain is read as a whole or not at all, but for short digits beside a number that is one whatever stands beside it. */
export function numbersInChain(links: readonly ChainLink[], beside: Omit<Beside, 'isLast'>): NumbersInChain {
  const parts = cheapest(links, beside)
  if (parts === undefined) return NOTHING
  const shapes = parts.filter((part) => 'number' in part)
  const isWhole = shapes.length === parts.length
  if (!isWhole && (!shapes.every(({ isStrong }) => isStrong) || parts.some(mayBeAreaCode))) return NOTHING
  const short = parts.map((part, index) => 'short' in part && isRangeEnd(part.short, part.gap, parts, index))
  return {
    numbers: shapes.map(({ number }) => number),
    hasMore: short.includes(true),
    understood: parts.every((part, index) => 'number' in part || short[index] === true),
  }
}

type Part = { readonly size: number; readonly gap: ChainLink['gap'] } & (Shape | { readonly short: string })

/** The parting of a chain into numbers that leaves the fewest groups over, and of those the one with the longest first number. */
function cheapest(links: readonly ChainLink[], beside: Omit<Beside, 'isLast'>): readonly Part[] | undefined {
  const groups = links.map(({ digits }) => digits)
  const best: ({ readonly cost: number; readonly part?: Part } | undefined)[] = []
  best[links.length] = { cost: 0 }
  for (let start = links.length - 1; start >= 0; start -= 1) {
    for (const part of partsFrom(links, groups, start, beside)) {
      const rest = best[start + part.size]
      if (rest === undefined) continue
      const cost = rest.cost + ('number' in part ? 0 : 1)
      if (cost < (best[start]?.cost ?? Infinity)) best[start] = { cost, part }
    }
  }
  if (best[0] === undefined) return undefined
  const parts: Part[] = []
  for (let at = 0, part = best[0].part; part !== undefined; part = best[at]?.part) {
    parts.push(part)
    at += part.size
  }
  return parts
}

/** The longest first. */
function* partsFrom(
  links: readonly ChainLink[],
  groups: Groups,
  start: number,
  { isLabelled, isAlone }: Omit<Beside, 'isLast'>,
): Iterable<Part> {
  const isOnly = links.length === 1
  const gap = links[start]?.gap ?? ''
  for (let size = Math.min(MOST_GROUPS, groups.length - start); size > 0; size -= 1) {
    const inside = links.slice(start + 1, start + size)
    if (inside.some(({ digits, gap }) => gap === '~' || digits.startsWith('+'))) continue
    const beside = {
      isLabelled: isLabelled && isOnly,
      isAlone: isAlone && isOnly,
      isLast: start + size === groups.length,
    }
    const shape = shapeOf(groups.slice(start, start + size), beside)
    if (shape) yield { ...shape, size, gap }
  }
  const short = links[start]?.digits ?? ''
  // An area code or the first part of a mobile is never beside the number.
  if (/^(?!0\d\d)\d{1,4}$/.test(short)) yield { short, size: 1, gap }
}

/** `11-88000008`: a number with its area code, or two numbers from `88000008` to `88000011`. Behind `98` an area code is missing. */
function mayBeAreaCode(part: Part, index: number, parts: readonly Part[]): boolean {
  const next = parts[index + 1]
  return 'short' in part && (isAreaCode(part.short) || part.short === '98') && next !== undefined && 'number' in next
}

/** `88000008-10` and, typed from right to left, `8-88000006`. */
function isRangeEnd(digits: string, gap: string, parts: readonly Part[], index: number): boolean {
  const before = parts.slice(0, index).findLast((part) => 'number' in part)
  if (before) return gap !== '' && isCloseAbove(digits, before.number.text, MANY_LINES)
  const after = parts[index + 1]
  return (
    after !== undefined && 'number' in after && after.gap === '-' && isCloseAbove(digits, after.number.text, MANY_LINES)
  )
}
