/** The prefixes of mobile numbers in Iran, without the zero: source https://en.wikipedia.org/wiki/Telephone_numbers_in_Iran. */
const MOBILE = /^9(0[0-5]|1\d|2[0-3]|3[0-9]|9[0-6])/
/** The area codes of Iran, without the zero: the same source. */
const LANDLINE = /^(1[137]|2[1-8]|3[1458]|4[145]|5[1468]|6[16]|7[1467]|8[13467])/

/** What a reader can tell of a number without a list of names: it may be a mobile number, a landline, or end with a right check digit. */
export interface NumberShape {
  readonly isMobile: boolean
  readonly isLandline: boolean
  readonly isChecked: boolean
}

/** The shape of Latin digits that do not begin with a zero. A national code may have lost its zeros: 8 or 9 digits are one too. */
export function shapeOf(digits: string): NumberShape {
  const isMobile = digits.length === 10 && MOBILE.test(digits)
  const isLandline = digits.length === 10 && !isMobile && LANDLINE.test(digits)
  const check = isMobile ? undefined : checkDigitOf(digits.slice(0, -1))
  return { isMobile, isLandline, isChecked: check !== undefined && digits.endsWith(check) }
}

/** Whether two numbers look alike to such a reader. */
export function isSameShape(one: NumberShape, other: NumberShape): boolean {
  return one.isMobile === other.isMobile && one.isLandline === other.isLandline && one.isChecked === other.isChecked
}

/** The check digit behind these digits: of a person's national code (7 to 9 of them) or an organization's id (10). */
export function checkDigitOf(digits: string): string | undefined {
  if (digits.length === 10) {
    const rest = weighed(digits, [29, 27, 23, 19, 17, 29, 27, 23, 19, 17], Number(digits[9]) + 2) % 11
    return String(rest === 10 ? 0 : rest)
  }
  if (digits.length < 7 || digits.length > 9) return undefined
  const rest = weighed(digits.padStart(9, '0'), [10, 9, 8, 7, 6, 5, 4, 3, 2], 0) % 11
  return String(rest < 2 ? rest : 11 - rest)
}

function weighed(digits: string, weights: readonly number[], shift: number): number {
  return weights.reduce((sum, weight, index) => sum + weight * (Number(digits[index]) + shift), 0)
}
