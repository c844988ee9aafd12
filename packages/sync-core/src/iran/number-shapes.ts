import { verifyIranianNationalId } from '@persian-tools/persian-tools'
import { isAreaCode } from './area-codes'
import { readForeignPhone, type PhoneNumber } from './phone'

/** No range of telephone numbers that people type has more numbers. */
export const MANY_LINES = 100
const FEW_LINES = 10

/** The digits in a field, one group for each run of digits without a separator. The first group may begin with `+`. */
export type Groups = readonly string[]

/** A number that was found in groups of digits. */
export interface Shape {
  readonly number: PhoneNumber
  /** Whether it is surely a number, whatever is beside it. */
  readonly isStrong: boolean
}

/** What is known about a number from the text beside it. */
export interface Beside {
  /** The field has a word for telephone. */
  readonly isLabelled: boolean
  /** The field has nothing else. */
  readonly isAlone: boolean
  /** No digits follow. */
  readonly isLast: boolean
}

/** The number that all of `groups` form together. `undefined`: they form no number, or it is not sure that they do. */
export function shapeOf(groups: Groups, beside: Beside): Shape | undefined {
  const [first = '', ...others] = groups
  if (others.length === 0) return solid(first, beside)
  const digits = groups.join('')
  return (
    (beside.isLast ? areaLast(groups) : undefined) ??
    (isCutOff(groups) ? undefined : (national(digits) ?? foreign(digits))) ??
    companyNumber(groups) ??
    mobileWithoutZero(groups) ??
    areaWithoutZero(groups) ??
    weak(localInGroups(groups))
  )
}

function solid(digits: string, { isLabelled, isAlone }: Beside): Shape | undefined {
  const whole = national(digits) ?? foreign(digits)
  if (whole) return whole
  if (/^9\d{9}$/.test(digits)) return strong({ kind: 'mobile', text: `0${digits}` })
  const [, code = '', company = ''] = /^(?:0|\+98|0098)([1-8]\d)([1-9]\d{4})$/.exec(digits) ?? []
  if (isAreaCode(code)) return weak(landline(`0${code}${company}`))
  if (/^[1-8]\d[2-9]\d{7}$/.test(digits) && isAreaCode(digits.slice(0, 2))) {
    return isLabelled || !isOtherCode(digits) ? weak(landline(`0${digits}`)) : undefined
  }
  if (/^[2-9]\d{7}$/.test(digits)) return isDate(digits) ? undefined : strong(local(digits))
  const isShort = /^[1-9]\d{3,4}$/.test(digits) && (isLabelled || (isAlone && !isYear(digits)))
  return isShort ? weak(local(digits)) : undefined
}

/**
 * With its zero or the code of Iran. A mobile number is a 9 and nine digits. A landline number is an area code of two
 * digits and eight digits.
 */
function national(digits: string): Shape | undefined {
  const rest = /^(?:\+980?|00980?|0?980?|0)([1-9]\d{9})$/.exec(digits)?.[1]
  if (rest === undefined) return undefined
  const number: PhoneNumber = { kind: rest.startsWith('9') ? 'mobile' : 'landline', text: `0${rest}` }
  return { number, isStrong: /^[0+]/.test(digits) }
}

/** `021-75000`, `+98 21 1848`: the short number of a company, after the area code. */
function companyNumber(groups: Groups): Shape | undefined {
  const written = /^(?:0|98 0?|(?:\+|00)98 ?0? ?)([1-8]\d) (1\d{3}|[1-9]\d{4})$/.exec(groups.join(' '))
  const [, code = '', number = ''] = written ?? []
  return isAreaCode(code) ? weak(landline(`0${code}${number}`)) : undefined
}

/** `912 000 0003`. With other groups it may be a landline number with something after it: `91000008-10`. */
function mobileWithoutZero(groups: Groups): Shape | undefined {
  const digits = groups.join('')
  const isParted = groups[0]?.length === 3 && groups.every(({ length }) => length >= 3)
  return isParted && /^9\d{9}$/.test(digits) ? weak({ kind: 'mobile', text: `0${digits}` }) : undefined
}

/** `21 88000008`, but not `11-88000008`, which may be a range typed from right to left. */
function areaWithoutZero(groups: Groups): Shape | undefined {
  const [area = '', ...number] = groups
  const digits = number.join('')
  if (!isAreaCode(area) || !/^[2-9]\d{7}$/.test(digits)) return undefined
  return isCloseAbove(area, digits, FEW_LINES) ? undefined : weak(landline(`0${area}${digits}`))
}

/** `88000008-021`: in a line from right to left the area code is often typed last. */
function areaLast(groups: Groups): Shape | undefined {
  const [, code] = /^0([1-8]\d)$/.exec(groups.at(-1) ?? '') ?? []
  const number = groups.slice(0, -1)
  const digits = number.join('')
  const isNumber = number.length > 1 ? localInGroups(number) !== undefined : /^[2-9]\d{7}$|^[1-9]\d{4}$/.test(digits)
  return code !== undefined && isNumber ? weak(landline(`0${code}${digits}`)) : undefined
}

/** `8800-0008`, but not `2000-2010` and not `880000-10`, which are ranges. */
function localInGroups(groups: Groups): PhoneNumber | undefined {
  const digits = groups.join('')
  if (!/^[2-9]\d{7}$/.test(digits) || !groups.every(({ length }) => length >= 2 && length <= 4)) return undefined
  const [from = '', to = '', ...more] = groups
  return more.length === 0 && from.length === 4 && isCloseAbove(to, from, MANY_LINES) ? undefined : local(digits)
}

function foreign(digits: string): Shape | undefined {
  const number = readForeignPhone(digits)
  return number && { number, isStrong: true }
}

/**
 * A long group before a short one is a number with something beside it: a range, an extension, or a number that lacks
 * a digit.
 */
function isCutOff(groups: Groups): boolean {
  return groups.some((group, index) => {
    const isFirst = index === 0 || (index === 1 && /^(?:00|(?:\+|00)?98)$/.test(groups[0] ?? ''))
    const own = isFirst ? group.replace(/^(?:\+98|0098|098|98|0)/, '') : group
    const next = groups[index + 1]
    return next !== undefined && !group.startsWith('+') && own.length >= 5 && next.length <= 3
  })
}

/**
 * Whether ten digits may also be a national code or a postal code. Sources: the registry's check digit, and the rule
 * of the post.
 */
function isOtherCode(digits: string): boolean {
  const isPostalCode = /^[13-9]{4}[13-9][013-9]{5}$/.test(digits)
  return isPostalCode || verifyIranianNationalId(digits, { checkPrefix: false })
}

function isDate(digits: string): boolean {
  return /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits)
}

function isYear(digits: string): boolean {
  return /^1(?:39|40|41)\d$/.test(digits)
}

/** Whether `end` is the end of a range that begins with the last digits of `start`. Example: `10` after `88000008`. */
export function isCloseAbove(end: string, start: string, most: number): boolean {
  const gap = Number(end) - Number(start.slice(-end.length))
  return gap > 0 && gap <= most
}

function strong(number: PhoneNumber): Shape {
  return { number, isStrong: true }
}

function weak(number: PhoneNumber): Shape
function weak(number: PhoneNumber | undefined): Shape | undefined
function weak(number: PhoneNumber | undefined): Shape | undefined {
  return number && { number, isStrong: false }
}

function landline(text: string): PhoneNumber {
  return { kind: 'landline', text }
}

function local(text: string): PhoneNumber {
  return { kind: 'local', text }
}
