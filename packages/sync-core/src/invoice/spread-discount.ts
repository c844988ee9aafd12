import { Amount, sum, ZERO } from './money'

const ONE = new Amount(1)

interface Share {
  readonly index: number
  amount: Amount
  /** How much more discount the line can take before its worth is below 0. */
  room: Amount
  /** What rounding down to the Rial took from the share, multiplied by the sum of all worths, so that it is exact. */
  readonly remainder: Amount
}

/**
 * Spreads `discount` over lines in proportion to their worths. The shares are whole Rials, by the largest remainder;
 * of two equal remainders the earlier line comes first. The shares sum to `discount` exactly. No share is more than
 * the worth of its line. Each share differs from its exact proportion by less than a Rial. A fraction of a Rial in
 * the discount goes to one line. `discount` must be between 0 and the sum of `worths`.
 */
export function spreadDiscount(discount: Amount, worths: readonly Amount[]): Amount[] {
  const total = sum(worths)
  if (discount.isZero() || total.isZero()) return worths.map(() => ZERO)
  const shares = worths.map((worth, index) => wholeRials(discount, worth, total, index))
  const byRemainder = shares.toSorted((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index)

  const left = discount.minus(sum(shares.map((share) => share.amount)))
  const raised = new Set(byRemainder.filter(canBeRaised).slice(0, left.floor().toNumber()))
  for (const share of raised) take(share, ONE)

  // The rest is a fraction of a Rial, or an amount for which some lines had less than a Rial of room.
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

/** Adds at most `wanted` to a share, and returns how much was added. */
function take(share: Share, wanted: Amount): Amount {
  const taken = wanted.lt(share.room) ? wanted : share.room
  share.amount = share.amount.plus(taken)
  share.room = share.room.minus(taken)
  return taken
}
