import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { Issue } from '../errors'
import { coreSaying, worded } from '../messages/core-messages'
import type { Saying } from '../messages/saying'
import { Amount, ROUNDING } from './money'
import type { ReadDocument, Reading } from './readings'

/**
 * Chooses the reading that makes the `finalValue` of the document. The issues name the sum of each reading if none
 * makes it, or if two make it that differ in what Siagh gets. `totalValue`, `totalUnitPrice` and `finalUnitPrice`
 * refuse nothing by themselves.
 */
export function chooseReading(
  { finalValue }: Invoice | Quote,
  readings: readonly ReadDocument[],
): Result<ReadDocument, readonly Issue[]> {
  const [usual] = readings
  const possible = readings.filter(({ issues }) => issues.length === 0)
  // Without a final value nothing shows that an unusual reading is meant.
  const isRefused = possible.length === 0 || (finalValue === undefined && usual !== possible[0])
  if (isRefused) return err(usual?.issues ?? [])
  const fitting = finalValue === undefined ? possible : fittingTo(new Amount(finalValue), possible)
  const [chosen, ...others] = withoutAlike(fitting)
  if (chosen === undefined) return err([noneFits(new Amount(finalValue ?? NaN), withoutAlike(possible))])
  return others.length === 0 ? ok(chosen) : err([severalFit(finalValue, [chosen, ...others])])
}

/** Those that make the value to the Rial; if none does, those that make it but for the rounding of their lines. */
function fittingTo(finalValue: Amount, readings: readonly ReadDocument[]): readonly ReadDocument[] {
  const distance = ({ final }: ReadDocument) => final.minus(finalValue).abs()
  const exact = readings.filter((read) => distance(read).lt(ROUNDING))
  return exact.length > 0 ? exact : readings.filter((read) => distance(read).lte(read.rounding))
}

/** Of readings that Siagh gets the same amounts from, but for rounding, only the first. */
function withoutAlike(readings: readonly ReadDocument[]): readonly ReadDocument[] {
  return readings.reduce<readonly ReadDocument[]>(
    (kept, read) => (kept.some((other) => isAlike(read, other)) ? kept : [...kept, read]),
    [],
  )
}

function isAlike(one: ReadDocument, other: ReadDocument): boolean {
  const rounding = ROUNDING.mul(one.lines.length)
  const differ = (name: 'discount' | 'toll') => one.amounts[name].minus(other.amounts[name]).abs().gt(rounding)
  return one.reading.rows === other.reading.rows && !differ('discount') && !differ('toll')
}

function noneFits(finalValue: Amount, readings: readonly ReadDocument[]): Issue {
  const given = finalValue.toFixed()
  const [only, ...others] = readings
  if (only !== undefined && others.length === 0) {
    return { path: 'finalValue', ...worded('sum_differs', { given, made: only.final.toFixed() }) }
  }
  return { path: 'finalValue', ...worded('no_reading_fits', { given, sums: sumsOf(readings) }) }
}

function severalFit(finalValue: number | undefined, readings: readonly ReadDocument[]): Issue {
  const sums = sumsOf(readings)
  const words =
    finalValue === undefined
      ? worded('readings_without_final_value', { sums })
      : worded('several_readings_fit', { given: new Amount(finalValue).toFixed(), sums })
  return { path: 'finalValue', ...words }
}

function sumsOf(readings: readonly ReadDocument[]): Saying {
  return readings
    .map(({ final, reading }) => coreSaying('sum_of_reading', { sum: final.toFixed(), how: describe(reading) }))
    .reduce((first, further) => coreSaying('one_sum_and_another', { first, further }))
}

function describe({ discount, rows, toll }: Reading): Saying {
  return [
    coreSaying(discount === 'on-top' ? 'discount_on_top' : 'discount_included'),
    ...(rows === 'total' ? [coreSaying('rows_by_their_totals')] : []),
    ...(toll === 'lines' ? [coreSaying('toll_of_the_lines')] : []),
  ].reduce((first, further) => coreSaying('one_sum_and_another', { first, further }))
}
