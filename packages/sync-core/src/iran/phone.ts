import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** One telephone number. */
export interface PhoneNumber {
  /** `local`: a landline without its area code. */
  readonly kind: 'mobile' | 'landline' | 'local'
  /** `09…` or `0<area>…` for Iran, E.164 (`+44…`) for other countries, bare digits for `local`. */
  readonly text: string
}

/**
 * Reads a number of another country: `+44…` or `0044…`. If the type of a number is not sure, as in North America, it
 * counts as a landline number. After `+` the form is enough. Digits that begin with two zeros may be a national code,
 * so libphonenumber has to know the number. `undefined`: it is no foreign number.
 */
export function readForeignPhone(digits: string): PhoneNumber | undefined {
  const isSure = digits.startsWith('+')
  if (!isSure && !/^00[1-9]/.test(digits)) return undefined
  const parsed = parsePhoneNumberFromString(isSure ? digits : `+${digits.slice(2)}`)
  if (parsed === undefined || parsed.countryCallingCode === '98') return undefined
  if (!(isSure ? parsed.isPossible() : parsed.isValid())) return undefined
  return { kind: parsed.getType() === 'MOBILE' ? 'mobile' : 'landline', text: parsed.number }
}
