import { arabicDigits, persianDigits } from '../persian/digits'
import type { Random } from '../random'

const halfSpace = '\u200c'

const otherLetters = (text: string): string =>
  /[يك]/.test(text) ? text.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : text.replaceAll('ی', 'ي').replaceAll('ک', 'ك')

/** The same words by another keyboard: other letters, half-spaces as spaces, spaces more or fewer. No word differs. */
export const retypedName = (name: string, random: Random): string =>
  random.pick<(tidy: string) => string>([
    otherLetters,
    (tidy) => tidy.replaceAll(halfSpace, ' '),
    (tidy) => otherLetters(tidy).replaceAll(halfSpace, ' '),
    (tidy) => ` ${otherLetters(tidy).replaceAll(' ', '  ')} `,
  ])(name.trim().replace(/ +/g, ' '))

/** The titles that people write before a person's name. */
const titles: readonly [string, ...string[]] = ['آقای', 'خانم', 'دکتر', 'مهندس', 'جناب آقای', 'حاج آقا']

const apart: readonly (readonly [string, string])[] = [
  ['محمدرضا', 'محمد رضا'],
  ['امیرحسین', 'امیر حسین'],
]

const takenApart = (name: string): string =>
  apart.reduce((soFar, [whole, parts]) => soFar.replaceAll(whole, parts), name)

/** A person's name as another hand wrote it: with a title, the family name first, a compound given name in two words. */
export const rewrittenName = (first: string, last: string, random: Random): string =>
  retypedName(
    random.pick([
      `${first} ${last}`,
      `${random.pick(titles)} ${first} ${last}`,
      `${last} ${first}`,
      takenApart(`${first} ${last}`),
      `${first} ${last}`.replaceAll(halfSpace, ''),
    ]),
    random,
  )

/** A code by another keyboard, or as a spreadsheet left it: only leading zeros are lost, so it is still the same code. */
export const retypedCode = (code: string, random: Random): string =>
  random.pick([
    code,
    persianDigits(code),
    arabicDigits(code),
    code.length === 10 ? code.replace(/^0{1,2}/, '') : code,
    code.length === 10 ? `${code.slice(0, 3)}-${code.slice(3, 9)}-${code.slice(9)}` : persianDigits(code),
  ])
