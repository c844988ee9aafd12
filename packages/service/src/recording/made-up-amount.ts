import type { SecretOrder } from './secret-order'

/** Makes amounts up for one document. The same label makes the same. */
export interface AmountMaker {
  /**
   * An amount from one step up to eight times the real one. Nothing else of the real one is in it: not its digits, and
   * no factor. 0 stays 0. `like`: the amount stays a multiple of so much, where the real one is.
   */
  readonly other: (label: string, amount: number, like?: number) => number
  /** From a half to one. */
  readonly part: (label: string) => number
}

const MOST_TIMES = 8
/** Of a small amount too there are so many others. */
const FEWEST = 1_000
const PART_STEPS = 100_000

/** Makes the amounts of a document: `label` names it. */
export function createAmountMaker(order: SecretOrder, document: string): AmountMaker {
  const draw = (label: string, below: number) => order.number(`amount ${document} ${label}`, below)
  return {
    other: (label, amount, like = 0) => {
      if (amount === 0) return 0
      const step = Math.max(stepOf(amount), like)
      const steps = Math.max(FEWEST, Math.floor((MOST_TIMES * Math.abs(amount)) / step))
      return exact(Math.sign(amount) * step * (1 + draw(label, Math.min(steps, Number.MAX_SAFE_INTEGER))))
    },
    part: (label) => 0.5 + draw(label, PART_STEPS) / PART_STEPS / 2,
  }
}

/** An amount without what a binary fraction adds. Amounts have up to 4 decimals. */
export function exact(amount: number): number {
  const rounded = Math.round(amount * 10_000) / 10_000
  return Number.isFinite(rounded) ? rounded : amount
}

/** Rounds to whole Rial where the real amount is whole. */
export function roundedLike(real: number, amount: number): number {
  return Number.isInteger(real) ? Math.round(amount) : exact(amount)
}

/** The largest step from 0.0001 to 1,000 that divides an amount: whole thousands stay whole thousands. */
function stepOf(amount: number): number {
  return [1_000, 100, 10, 1, 0.1, 0.01, 0.001].find((step) => isMultiple(amount, step)) ?? 0.0001
}

function isMultiple(amount: number, step: number): boolean {
  return step >= 1 ? amount % step === 0 : Number.isInteger(exact(amount / step))
}
