import { foldDigits, normalizeText } from '../iran/text'

const TITLE = 'پیش فاکتور فروش'

/**
 * The sale model of a CRM type code: the last number in it, `PI_5` gives 5; 1 where there is none.
 * Source: the live installation.
 */
export function saleModelOfTypeCode(typeCode?: string): number {
  const number = foldDigits(typeCode ?? '')
    .match(/\d+/g)
    ?.at(-1)
  return number === undefined ? 1 : Number(number)
}

/** The title shown on a pre-invoice: `پیش فاکتور فروش PI_5`, without the code where there is none. */
export function titleOfTypeCode(typeCode?: string): string {
  return normalizeText(`${TITLE} ${typeCode ?? ''}`)
}
