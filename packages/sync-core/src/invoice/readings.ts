import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Issue } from '../errors'
import type { Rules } from '../rules'
import { amountsOf, checkDiscount, withinWorth, type DocumentAmounts, type TaxSource } from './amounts'
import { ROUNDING, sum, type Amount } from './money'
import { isMadeOtherwise, readLines, type ReadLine, type RowsReading } from './read-lines'

/** One way to understand the amounts of a document. */
export interface Reading {
  /** `price`: a row is worth its price times its count. `total`: its `totalUnitPrice`, as a formula has made it. */
  readonly rows: RowsReading
  /** `on-top`: the discount of the document comes on top of the discounts of its lines. `included`: it includes them. */
  readonly discount: 'on-top' | 'included'
  readonly vat: TaxSource
  readonly toll: TaxSource
}

/** A document in one reading. */
export interface ReadDocument {
  readonly reading: Reading
  readonly lines: readonly ReadLine[]
  readonly amounts: DocumentAmounts
  /** What the customer pays. */
  readonly final: Amount
  /** How far `final` may be from the sum of the CRM: one Rial for each line, for each amount in the sum. */
  readonly rounding: Amount
  /** Why the document cannot be meant so, or cannot be sent. */
  readonly issues: readonly Issue[]
}

/**
 * The document in every reading that its amounts and the rules allow, the usual reading first.
 */
export function readingsOf(document: Invoice | Quote, rules: Rules): readonly ReadDocument[] {
  return rowsOf(document, rules).flatMap((rows) => {
    const { lines, issues } = readLines(document.details, rules, rows)
    return amountReadings(document, lines, rules).map((reading) =>
      readAs(document, { rows, ...reading }, lines, issues),
    )
  })
}

function rowsOf({ details }: Invoice | Quote, { preInvoice: { totals } }: Rules): readonly RowsReading[] {
  if (!details.some(isMadeOtherwise)) return ['price']
  return totals.rows === 'by-final-value' ? ['price', 'total'] : [totals.rows]
}

function amountReadings(
  document: Invoice | Quote,
  lines: readonly ReadLine[],
  { preInvoice: { totals } }: Rules,
): readonly Omit<Reading, 'rows'>[] {
  const hasBothDiscounts = (document.discount ?? 0) !== 0 && lines.some(({ discount }) => !discount.isZero())
  const discounts = hasBothDiscounts
    ? totals.discount === 'by-final-value'
      ? (['on-top', 'included'] as const)
      : [totals.discount]
    : (['on-top'] as const)
  const sourcesOf = (field: 'totalVat' | 'totalToll'): readonly TaxSource[] =>
    document.details.some((line) => line[field] !== undefined) ? ['document', 'lines'] : ['document']
  return discounts.flatMap((discount) =>
    sourcesOf('totalVat').flatMap((vat) => sourcesOf('totalToll').map((toll) => ({ discount, vat, toll }))),
  )
}

function readAs(
  document: Invoice | Quote,
  reading: Reading,
  lines: readonly ReadLine[],
  lineIssues: readonly Issue[],
): ReadDocument {
  const given = amountsOf(document, reading)
  const ofLines = sum(lines.map((line) => line.discount))
  const own = reading.discount === 'included' ? given.discount.minus(ofLines) : given.discount
  const amounts = withinWorth({ ...given, discount: own }, lines)
  const gross = sum(lines.map((line) => line.gross))
  const { discount, vat, toll, additionalCosts } = amounts
  const rounded = [ofLines, discount, vat, toll, additionalCosts].filter((amount) => !amount.isZero()).length
  return {
    reading,
    lines,
    amounts,
    final: gross.minus(ofLines).minus(discount).plus(vat).plus(toll).plus(additionalCosts),
    rounding: ROUNDING.mul(lines.length * (1 + rounded)),
    issues: [...lineIssues, ...checkDiscount(own, lines)],
  }
}
