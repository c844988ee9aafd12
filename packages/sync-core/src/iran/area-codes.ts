/** The area codes of Iran without their zero. Source: Iran's numbering plan. */
const AREA_CODES = new Set(
  '11 13 17 21 23 24 25 26 28 31 34 35 38 41 44 45 51 54 56 58 61 66 71 74 76 77 81 83 84 86 87'.split(' '),
)

/** Whether two digits are an area code of Iran. */
export function isAreaCode(digits: string): boolean {
  return AREA_CODES.has(digits)
}
