import { Decimal } from 'decimal.js'
import type { Rules } from '../rules'

/**
 * An exact decimal number. Sixty digits hold the product of any two numbers in JSON. The default of decimal.js, 20
 * digits, would round the product.
 */
export const Amount = Decimal.clone({ precision: 60 })
/** An exact decimal amount. */
export type Amount = Decimal

/** The amount 0. */
export const ZERO: Amount = new Amount(0)

/**
 * The worth of one Rial in each unit, and the name of the unit. One new Rial is 10,000 Rial. Source: siagh.md, "Field
 * facts".
 */
const UNITS = {
  rial: { ofRial: '1', name: 'ریال' },
  toman: { ofRial: '0.1', name: 'تومان' },
  'new-rial': { ofRial: '0.0001', name: 'ریال جدید' },
} as const satisfies Record<Rules['money'], { ofRial: string; name: string }>

/** Converts Rial exactly into the unit that Siagh uses. */
export function toUnit(rials: Amount, money: Rules['money']): Amount {
  return rials.mul(UNITS[money].ofRial)
}

/** An amount of Rial as a person reads it in Siagh. Example: `1500 تومان`. */
export function describeMoney(rials: Amount, money: Rules['money']): string {
  return `${toUnit(rials, money).toFixed()} ${UNITS[money].name}`
}

/** The JSON number that is exactly this amount. `undefined`: there is no such number. */
export function exactNumber(amount: Amount): number | undefined {
  const number = amount.toNumber()
  return new Amount(number).eq(amount) ? number : undefined
}

/** Amounts of the CRM have up to 4 decimals. Source: payamgostar.md. */
const DECIMALS = 4

/**
 * How far a rounded amount may be from the exact amount, for each line in it. Nobody knows how the CRM rounds: up,
 * down or to the nearest Rial, for each line or once.
 */
export const ROUNDING: Amount = new Amount(1)

/** Cuts an amount to 4 decimals, because the CRM can show no more. A price times a count may have more. */
export function withoutDust(amount: Amount): Amount {
  return amount.toDecimalPlaces(DECIMALS, Amount.ROUND_DOWN)
}

/** The amount itself, limited to the range from 0 to `most`. */
export function clamp(amount: Amount, most: Amount): Amount {
  return Amount.max(ZERO, Amount.min(amount, most))
}

/** The sum of the amounts. 0 if there are none. */
export function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((total, amount) => total.plus(amount), ZERO)
}
