import type { PreInvoiceLine } from '@siagh-sync/siagh-client'
import { err, ok, type Result } from 'neverthrow'
import type { Issue } from '../errors'
import type { Rules } from '../rules'
import { exactNumber, toUnit, type Amount } from './money'
import { worthOfLine, type ReadLine } from './read-lines'
import { spreadDiscount } from './spread-discount'
import { worded } from '../messages/core-messages'

/**
 * The rows of the pre-invoice in Siagh's unit of money. `discount` of the document is spread over them in Rial before
 * that. An amount that no JSON number holds exactly is an issue and is not rounded.
 */
export function toLines(
  lines: readonly ReadLine[],
  discount: Amount,
  money: Rules['money'],
): Result<PreInvoiceLine[], Issue[]> {
  const shares = spreadDiscount(discount, lines.map(worthOfLine))
  const issues: Issue[] = []
  const rows = lines.map((line, index) => {
    const number = (amount: Amount, field: string): number => {
      const exact = exactNumber(amount)
      if (exact === undefined) {
        issues.push({ path: `details.${index}.${field}`, ...worded('number_too_long') })
      }
      return exact ?? NaN
    }
    const { productCode, unit, quantity, price } = line
    return {
      productCode,
      unit,
      quantity: number(quantity, 'count'),
      price: number(toUnit(price, money), 'baseUnitPrice'),
      discount: number(toUnit(line.discount.plus(shares[index] ?? 0), money), 'totalDiscount'),
    }
  })
  return issues.length > 0 ? err(issues) : ok(rows)
}
