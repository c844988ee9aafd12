import { isAreaCode } from './area-codes'
import { isCloseAbove, MANY_LINES, shapeOf, type Beside, type Groups, type Shape } from './number-shapes'
import type { PhoneNumber } from './phone'

/** A run of digits, and what separates it from the run before: `-`, `~` for a range, or nothing important. */
export interface ChainLink {
  readonly digits: string
  readonly gap: '' | '-' | '~'
}

/** The numbers in a chain of digits. */
export interface NumbersInChain {
  readonly numbers: readonly PhoneNumber[]
  /** The chain names more numbers than these, as a range does. */
  readonly hasMore: boolean
  /** `false`: some of its digits belong to no number. */
  readonly understood: boolean
}

const NOTHING: NumbersInChain = { numbers: [], hasMore: false, understood: false }

/** The longest number has this many digits, so it cannot have more groups. */
const MOST_GROUPS = 17

/** Reads a chain as a whole, or not at all. Exception: short digits may stay unread beside a sure number. */
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

/**
 * Divides a chain into numbers so that the fewest groups are left over. If several divisions are equal, the one with
 * the longest first number counts.
 */
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
  // An area code or the first part of a mobile number is never something beside the number.
  if (/^(?!0\d\d)\d{1,4}$/.test(short)) yield { short, size: 1, gap }
}

/**
 * `11-88000008`: a number with its area code, or the two numbers `88000008` and `88000011`. After `98` an area code
 * is missing.
 */
function mayBeAreaCode(part: Part, index: number, parts: readonly Part[]): boolean {
  const next = parts[index + 1]
  return 'short' in part && (isAreaCode(part.short) || part.short === '98') && next !== undefined && 'number' in next
}

/** `88000008-10`, or `8-88000006` if it was typed from right to left. */
function isRangeEnd(digits: string, gap: string, parts: readonly Part[], index: number): boolean {
  const before = parts.slice(0, index).findLast((part) => 'number' in part)
  if (before) return gap !== '' && isCloseAbove(digits, before.number.text, MANY_LINES)
  const after = parts[index + 1]
  return (
    after !== undefined && 'number' in after && after.gap === '-' && isCloseAbove(digits, after.number.text, MANY_LINES)
  )
}
