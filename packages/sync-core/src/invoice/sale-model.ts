import { foldDigits, normalizeText } from '../iran/text'

const TITLE = 'پیش فاکتور فروش'

/**
 * The sale model of a CRM type code: the last number in it. `PI_5` gives 5. Without a number: 1. Source: the live
 * installation.
 */
export function saleModelOfTypeCode(typeCode?: string): number {
  const number = foldDigits(typeCode ?? '')
    .match(/\d+/g)
    ?.at(-1)
  return number === undefined ? 1 : Number(number)
}

/** The title of a pre-invoice. Example: `پیش فاکتور فروش PI_5`. Without a type code, only the words. */
export function titleOfTypeCode(typeCode?: string): string {
  return normalizeText(`${TITLE} ${typeCode ?? ''}`)
}
