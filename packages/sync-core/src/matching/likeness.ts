import { readNationalId } from '../iran/national-id'
import type { PhoneNumber } from '../iran/phone'
import { readPhones } from '../iran/phones-in-text'
import { foldForCompare } from '../iran/text'
import type { IdentityType } from '../types'

/** The facts about a record of either system that are compared. */
export interface Described {
  readonly type: IdentityType
  readonly name: string
  readonly nationalCode: string
  /** Each text as it was typed. It may hold several numbers. */
  readonly phones: readonly string[]
}

/** The values by which two records may be found to be the same. They are equal for every way of typing. */
export interface Likeness {
  /** Only a code with a correct checksum. An invented code identifies nobody. */
  readonly nationalCode?: string
  readonly mobiles: readonly string[]
  /** The name together with each of the numbers. */
  readonly nameAndPhones: readonly string[]
}

/** The mobile numbers in typed texts, each once. */
export function mobilesIn(phones: readonly string[]): readonly string[] {
  return mobilesAmong(numbersIn(phones))
}

/** The likeness of a record. */
export function likenessOf({ type, name, nationalCode, phones }: Described): Likeness {
  const code = readNationalId(nationalCode, type)
  const numbers = numbersIn(phones)
  const folded = foldForCompare(name).replaceAll(' ', '')
  return {
    ...(code.valid && code.text !== '' && { nationalCode: code.text }),
    mobiles: mobilesAmong(numbers),
    nameAndPhones: folded === '' ? [] : unique(numbers.map(({ text }) => `${folded}\n${text}`)),
  }
}

function numbersIn(phones: readonly string[]): readonly PhoneNumber[] {
  return phones.flatMap((phone) => readPhones(phone).numbers)
}

function mobilesAmong(numbers: readonly PhoneNumber[]): string[] {
  return unique(numbers.filter(({ kind }) => kind === 'mobile').map(({ text }) => text))
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
