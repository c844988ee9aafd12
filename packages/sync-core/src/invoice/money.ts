import { Decimal } from 'decimal.js'
import type { Rules } from '../rules'

/**
 * An exact decimal number. Sixty digits hold the product of any two numbers that JSON can carry; the 20 of decimal.js' own
 * default would round it.
 */
export const Amount = Decimal.clone({ precision: 60 })
/** An exact decimal amount. */
export type Amount = Decimal

/** Nothing. */
export const ZERO: Amount = new Amount(0)

/** What a Rial is in each unit, and the unit's name. The new Rial takes four zeros off. Source: siagh.md, "Field facts". */
const UNITS = {
  rial: { ofRial: '1', name: 'ریال' },
  toman: { ofRial: '0.1', name: 'تومان' },
  'new-rial': { ofRial: '0.0001', name: 'ریال جدید' },
} as const satisfies Record<Rules['money'], { ofRial: string; name: string }>

/** Rial in the unit that Siagh is kept in, exactly. */
export function toUnit(rials: Amount, money: Rules['money']): Amount {
  return rials.mul(UNITS[money].ofRial)
}

/** An amount of Rial as a person reads it in Siagh: `1500 تومان`. */
export function describeMoney(rials: Amount, money: Rules['money']): string {
  return `${toUnit(rials, money).toFixed()} ${UNITS[money].name}`
}

/** The JSON number that is this amount; `undefined` where there is none that is it to the last digit. */
export function exactNumber(amount: Amount): number | undefined {
  const number = amount.toNumber()
  return new Amount(number).eq(amount) ? number : undefined
}

/** Amounts of the CRM have up to 4 decimals. Source: payamgostar.md. */
const DECIMALS = 4

/**
 * By how much a rounded amount may be above or below the exact one, for each line that goes into it. How the CRM rounds is not known: up, down
 * or to the nearest Rial, line by line or once.
 */
export const ROUNDING: Amount = new Amount(1)

/** As much of an amount as the CRM can say: what a price times a count has beyond 4 decimals is left away. */
export function withoutDust(amount: Amount): Amount {
  return amount.toDecimalPlaces(DECIMALS, Amount.ROUND_DOWN)
}

/** The amount itself, or the nearest end of the range from 0 to `most`. */
export function clamp(amount: Amount, most: Amount): Amount {
  return Amount.max(ZERO, Amount.min(amount, most))
}

/** 0 for none. */
export function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((total, amount) => total.plus(amount), ZERO)
}
