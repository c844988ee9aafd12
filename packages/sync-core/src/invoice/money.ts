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

/** 0 for none. */
export function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((total, amount) => total.plus(amount), ZERO)
}
