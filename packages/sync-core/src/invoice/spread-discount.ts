import { Amount, sum, ZERO } from './money'

const ONE = new Amount(1)

interface Share {
  readonly index: number
  amount: Amount
  /** How much more the line can take before it is worth less than nothing. */
  room: Amount
  /** What rounding down to the Rial took from the share, times the sum of all worths: so it is exact. */
  readonly remainder: Amount
}

/**
 * Spreads `discount` over lines by what they are worth, in whole Rials by the largest remainder (equal remainders: the
 * earlier line first). The shares sum to `discount` exactly, none is more than its line is worth, and each is less than a
 * Rial from its exact proportion. A fraction of a Rial in the discount goes to one line. `discount` must be between 0 and
 * the sum of `worths`.
 */
export function spreadDiscount(discount: Amount, worths: readonly Amount[]): Amount[] {
  const total = sum(worths)
  if (discount.isZero() || total.isZero()) return worths.map(() => ZERO)
  const shares = worths.map((worth, index) => wholeRials(discount, worth, total, index))
  const byRemainder = shares.toSorted((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index)

  const left = discount.minus(sum(shares.map((share) => share.amount)))
  const raised = new Set(byRemainder.filter(canBeRaised).slice(0, left.floor().toNumber()))
  for (const share of raised) take(share, ONE)

  // What is left now is a fraction of a Rial, or was kept back by lines that are worth less than a Rial more.
  const others = byRemainder.filter((share) => !raised.has(share))
  let rest = left.minus(raised.size)
  for (const share of [...others, ...raised]) rest = rest.minus(take(share, rest))
  return shares.map((share) => share.amount)
}

function wholeRials(discount: Amount, worth: Amount, total: Amount, index: number): Share {
  const product = discount.mul(worth)
  const amount = product.divToInt(total)
  return { index, amount, room: worth.minus(amount), remainder: product.minus(amount.mul(total)) }
}

function canBeRaised({ room, remainder }: Share): boolean {
  return room.gte(ONE) && !remainder.isZero()
}

/** Adds as much of `wanted` to a share as there is room for, and answers how much that was. */
function take(share: Share, wanted: Amount): Amount {
  const taken = wanted.lt(share.room) ? wanted : share.room
  share.amount = share.amount.plus(taken)
  share.room = share.room.minus(taken)
  return taken
}
