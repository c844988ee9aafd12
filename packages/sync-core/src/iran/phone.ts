import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** One telephone number. */
export interface PhoneNumber {
  /** `local`: a landline without its area code. */
  readonly kind: 'mobile' | 'landline' | 'local'
  /** `09…` or `0<area>…` for Iran, E.164 (`+44…`) for other countries, bare digits for `local`. */
  readonly text: string
}

/**
 * Reads one number, in Latin digits, however it is written: `+98`, `0098`, `98`, `09…`, `9…`, with or without the zero of the
 * area code. Numbers of Iran are read by their form, since ranges are given out faster than any list of them is published;
 * short and foreign ones are looked up in libphonenumber. `undefined`: not a telephone number.
 */
export function readPhone(written: string): PhoneNumber | undefined {
  const number = written.replace(/[^\d+]/g, '').replace(/^00(?=[1-9])/, '+')
  if (!/^\+?\d{4,17}$/.test(number)) return undefined
  return iranian(number) ?? listed(number) ?? local(number)
}

/** A mobile is a 9 and nine digits, a landline a two-digit area code and eight digits. Source: Iran's numbering plan. */
function iranian(number: string): PhoneNumber | undefined {
  const national = /^(?:\+980?|0?980?|0)?([1-9]\d{9})$/.exec(number)?.[1]
  if (national === undefined) return undefined
  return { kind: national.startsWith('9') ? 'mobile' : 'landline', text: `0${national}` }
}

/** A foreign number whose type is open, as every one of North America, goes where a number need not be a mobile. */
function listed(number: string): PhoneNumber | undefined {
  const parsed = /^[+0]/.test(number) ? parsePhoneNumberFromString(number, 'IR') : undefined
  if (parsed === undefined) return undefined
  if (parsed.countryCallingCode === '98') {
    return parsed.isValid() ? { kind: 'landline', text: `0${parsed.nationalNumber}` } : undefined
  }
  if (!parsed.isPossible()) return undefined
  return { kind: parsed.getType() === 'MOBILE' ? 'mobile' : 'landline', text: parsed.number }
}

function local(number: string): PhoneNumber | undefined {
  return /^[1-9]\d{3,7}$/.test(number) ? { kind: 'local', text: number } : undefined
}
