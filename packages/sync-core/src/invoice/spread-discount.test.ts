import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Amount, sum } from './money'
import { spreadDiscount } from './spread-discount'

const numbers = (amounts: readonly Amount[]) => amounts.map(Number)
const spread = (discount: number, worths: number[]) =>
  numbers(
    spreadDiscount(
      new Amount(discount),
      worths.map((worth) => new Amount(worth)),
    ),
  )

const wholeWorths = fc.array(fc.nat(10_000_000_000), { minLength: 1, maxLength: 40 })
/** Amounts of the CRM have up to 4 decimals. */
const oddWorths = fc.array(
  fc.nat(10_000_000).map((tenThousandths) => tenThousandths / 10_000),
  { minLength: 1, maxLength: 40 },
)

/** Some part of what the lines are worth. */
function partOf(worths: readonly number[], permille: number): Amount {
  return sum(worths.map((worth) => new Amount(worth)))
    .mul(permille)
    .div(1_000)
}

describe("a document's discount over its lines", () => {
  test('largest remainders get the Rials that are left, equal ones from the first line on', () => {
    expect(
      spread(
        100,
        [1, 1, 1].map((worth) => worth * 1_000),
      ),
    ).toEqual([34, 33, 33])
    expect(spread(10, [700, 200, 100])).toEqual([7, 2, 1])
    expect(spread(11, [500, 330, 170])).toEqual([5, 4, 2])
  })

  test('a line that is worth nothing gets nothing, and nothing spread is nothing', () => {
    expect(spread(7, [0, 3, 4])).toEqual([0, 3, 4])
    expect(spread(0, [1, 2])).toEqual([0, 0])
    expect(spread(0, [0])).toEqual([0])
  })

  test('a fraction of a Rial goes to one line', () => {
    expect(spread(10.5, [100, 100])).toEqual([5.5, 5])
  })

  test('lines that are worth less than a Rial are never overdrawn', () => {
    expect(spread(1, [0.5, 0.5])).toEqual([0.5, 0.5])
  })

  test('whole Rials are spread in whole Rials, exactly, in proportion, within what lines are worth', () => {
    fc.assert(
      fc.property(wholeWorths, fc.nat(1_000), (worths, permille) => {
        const discount = partOf(worths, permille).floor()
        const worth = worths.map((number) => new Amount(number))
        const shares = spreadDiscount(discount, worth)
        expect(sum(shares).eq(discount)).toBe(true)
        const total = sum(worth)
        shares.forEach((share, index) => {
          const exact = total.isZero() ? total : discount.mul(worth[index] ?? 0).div(total)
          expect(share.isInteger()).toBe(true)
          expect(share.gte(0) && share.lte(worth[index] ?? 0)).toBe(true)
          expect(share.minus(exact).abs().lt(1)).toBe(true)
        })
      }),
    )
  })

  test('whatever the fractions, shares sum exactly and no line is overdrawn', () => {
    fc.assert(
      fc.property(oddWorths, fc.nat(1_000), (worths, permille) => {
        const discount = partOf(worths, permille)
        const shares = spreadDiscount(
          discount,
          worths.map((worth) => new Amount(worth)),
        )
        expect(sum(shares).eq(discount)).toBe(true)
        shares.forEach((share, index) => expect(share.gte(0) && share.lte(worths[index] ?? 0)).toBe(true))
      }),
    )
  })
})
