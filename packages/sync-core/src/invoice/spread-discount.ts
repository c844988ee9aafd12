import { sum, ZERO, type Amount } from './money'

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

  let left = discount.minus(sum(shares.map((share) => share.amount)))
  const notRaised: Share[] = []
  const raised: Share[] = []
  for (const share of byRemainder) {
    const canBeRaised = left.gte(1) && share.room.gte(1) && !share.remainder.isZero()
    if (canBeRaised) left = left.minus(take(share, ONE))
    ;(canBeRaised ? raised : notRaised).push(share)
  }
  // What is left now is a fraction of a Rial, or was kept back by lines that are worth less than a Rial more.
  for (const share of [...notRaised, ...raised]) left = left.minus(take(share, left))
  return shares.map((share) => share.amount)
}

const ONE = ZERO.plus(1)

function wholeRials(discount: Amount, worth: Amount, total: Amount, index: number): Share {
  const product = discount.mul(worth)
  const amount = product.divToInt(total)
  return { index, amount, room: worth.minus(amount), remainder: product.minus(amount.mul(total)) }
}

/** Adds as much of `wanted` to a share as there is room for, and answers how much that was. */
function take(share: Share, wanted: Amount): Amount {
  const taken = wanted.lt(share.room) ? wanted : share.room
  share.amount = share.amount.plus(taken)
  share.room = share.room.minus(taken)
  return taken
}
