import { checkDigitOf, isSameShape, shapeOf } from './number-shape'
import type { SecretOrder } from './secret-order'

/** Zeros of the three digit sets: Latin, Arabic and Persian. */
const ZEROS = [0x30, 0x660, 0x6f0]

/** The same digits in Latin ones. Everything else stays as it is. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) - zeroOf(digit)))
}

/** Latin digits written in the digit set of the first digit of `like`. */
export function inDigitsOf(like: string, latin: string): string {
  const [first = '0'] = /[0-9٠-٩۰-۹]/.exec(like) ?? []
  return latin.replace(/\d/g, (digit) => inSetOf(first, digit))
}

/**
 * Other digits in the places of these, each of the same digit set. Leading zeros stay, so that a number is the same one with
 * and without them, as a number and as a text. What is not a digit stays.
 */
export function madeUpDigits(order: SecretOrder, text: string): string {
  const latin = latinDigits(text)
  const digits = latin.replace(/\D/g, '')
  const [zeros = ''] = /^0*/.exec(digits) ?? []
  const made = zeros + madeUpNumber(order, digits.slice(zeros.length))
  let place = 0
  return text.replace(/[0-9٠-٩۰-۹]/g, (digit) => inSetOf(digit, made[place++] ?? '0'))
}

/**
 * Other Latin digits of the same count and shape. A mobile number becomes a mobile number, and a national code with a right
 * check digit becomes another one with a right check digit.
 */
function madeUpNumber(order: SecretOrder, digits: string): string {
  if (digits === '') return ''
  const shape = shapeOf(digits)
  const isAlike = (candidate: string) => !candidate.startsWith('0') && isSameShape(shapeOf(candidate), shape)
  if (shape.isMobile) return `9${order.digits(digits.slice(1), (rest) => isAlike(`9${rest}`))}`
  if (!shape.isChecked) return order.digits(digits, isAlike)
  const withCheck = (rest: string) => rest + (checkDigitOf(rest) ?? '')
  return withCheck(order.digits(digits.slice(0, -1), (rest) => isAlike(withCheck(rest))))
}

function zeroOf(digit: string): number {
  const code = digit.charCodeAt(0)
  return ZEROS.findLast((zero) => zero <= code) ?? 0x30
}

function inSetOf(digit: string, latin: string): string {
  return String.fromCharCode(zeroOf(digit) + Number(latin))
}
