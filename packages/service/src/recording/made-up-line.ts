import { isSameAmount, numberIn, worthOf, type JsonObject } from './amount-readings'
import { roundedLike, type AmountMaker } from './made-up-amount'

/** The amounts of a line of a document, as the CRM names them. */
export interface LineAmounts {
  readonly baseUnitPrice: number
  readonly totalUnitPrice: number
  readonly totalDiscount: number
  readonly totalVat: number
  readonly totalToll: number
  readonly finalUnitPrice: number
}

/** The discount of a line is a part of this. The row is worth this before discount and taxes. */
interface Worth {
  readonly real: number
  readonly made: number
}

/**
 * Other amounts for a line. What holds between its amounts still holds: that its total is its price times its count, with
 * or without discount and taxes; whole percentages; and a discount of everything. A total that a formula of the site has
 * made gets an amount of its own, because of a proportion an amount can be guessed.
 */
export function madeUpLine(make: AmountMaker, label: string, line: JsonObject): LineAmounts {
  const count = numberIn(line, 'count')
  const [price, given] = [numberIn(line, 'baseUnitPrice'), numberIn(line, 'totalUnitPrice')]
  const made = make.other(`${label} price`, price, wholeStep(price, count))
  const worth: Worth = { real: worthOf(line), made: made * count }
  const discount = madeUpDiscount(make, label, line, worth)
  const [net, madeNet] = [worth.real - numberIn(line, 'totalDiscount'), worth.made - discount]
  const taxOf = (name: 'totalVat' | 'totalToll') =>
    partOf(make, `${label} ${name}`, numberIn(line, name), net, madeNet, undefined)
  const [vat, toll] = [taxOf('totalVat'), taxOf('totalToll')]
  const taxes = numberIn(line, 'totalVat') + numberIn(line, 'totalToll')
  const kept = [
    [worth.real, worth.made],
    [net, madeNet],
    [net + taxes, madeNet + vat + toll],
  ].find(([real = 0]) => isSameAmount(real, given))
  const total = kept === undefined ? byFormula(make, label, given, worth) : roundedLike(given, kept[1] ?? 0)
  const row = { real: net + taxes, made: madeNet + vat + toll }
  return {
    baseUnitPrice: made,
    totalUnitPrice: total,
    totalDiscount: discount,
    totalVat: vat,
    totalToll: toll,
    finalUnitPrice: madeUpFinal(make, label, line, { made, row }),
  }
}

/** The total of a formula is in another proportion to the worth, up to a half more. So the discount still fits into it. */
function byFormula(make: AmountMaker, label: string, given: number, { real, made }: Worth): number {
  if (real <= 0 || given <= 0) return make.other(`${label} total`, given)
  return roundedLike(given, (made * given * (0.5 + make.part(`${label} total`))) / real)
}

function madeUpFinal(
  make: AmountMaker,
  label: string,
  line: JsonObject,
  { made, row }: { readonly made: number; readonly row: Worth },
): number {
  const [final, count] = [numberIn(line, 'finalUnitPrice'), numberIn(line, 'count')]
  if (isSameAmount(final, row.real)) return roundedLike(final, row.made)
  if (isSameAmount(final * count, row.real)) return row.made / count
  return isSameAmount(final, numberIn(line, 'baseUnitPrice')) ? made : make.other(`${label} final`, final)
}

function madeUpDiscount(make: AmountMaker, label: string, line: JsonObject, { real, made }: Worth): number {
  const percent = numberIn(line, 'discountPercent') || numberIn(line, 'totalDiscountPercent')
  return partOf(make, `${label} discount`, numberIn(line, 'totalDiscount'), real, made, percent)
}

/**
 * An amount that is a part of another one. A percentage that is whole, or written down, stays. Of any other proportion
 * nothing stays: round amounts can be guessed from it.
 */
function partOf(
  make: AmountMaker,
  label: string,
  amount: number,
  whole: number,
  madeWhole: number,
  percent: number | undefined,
): number {
  if (amount === 0) return 0
  if (whole <= 0 || madeWhole <= 0) return make.other(label, amount)
  const known = [percent ?? 0, Math.round((100 * amount) / whole)].find(
    (each) => each > 0 && isSameAmount((whole * each) / 100, amount),
  )
  if (known !== undefined) return roundedLike(amount, (madeWhole * known) / 100)
  return roundedLike(amount, Math.max(1, (madeWhole * amount * make.part(label)) / whole))
}

/** A price that makes a whole worth with a count of so many decimals, where the real one does. */
function wholeStep(price: number, count: number): number {
  const decimals = /\.(\d{1,3})$/.exec(String(count))?.[1]?.length ?? 0
  return decimals > 0 && Number.isInteger(price * count) ? 10 ** decimals : 0
}
