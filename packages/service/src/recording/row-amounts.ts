import { isObject, type JsonObject } from './amount-readings'
import type { LineDisguise } from './disguise-amounts'

/** Price and discount of a row of Siagh, as the line of the CRM's document was changed that the row was made from. */
export function rowAmounts(row: JsonObject, lines: readonly LineDisguise[]): JsonObject {
  const newValue = (name: string) => (isObject(row[name]) ? row[name]['newValue'] : undefined)
  const [price, discount] = [newValue('price'), newValue('mabtakhfif')]
  if (typeof price !== 'number') return {}
  const isOfRow = ({ price: real, code, count }: LineDisguise) =>
    Math.abs(real - price) < 0.001 && String(code) === String(newValue('codekala')) && count === newValue('qty')
  const line = lines.find(isOfRow)
  if (line === undefined) return {}
  const cell = (value: number) => ({ oldValue: null, newValue: value })
  return {
    price: cell(line.made),
    ...(typeof discount === 'number' && { mabtakhfif: cell(line.discountOf(discount)) }),
  }
}
