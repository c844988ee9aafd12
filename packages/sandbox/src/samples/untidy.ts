import { arabicDigits, persianDigits } from '../persian/digits'
import type { Random } from '../random'

const halfSpace = '\u200c'

const arabicLetters = (text: string): string => text.replaceAll('ی', 'ي').replaceAll('ک', 'ك')

/** A text as one of many hands typed it: Arabic letters, half-spaces lost or turned to spaces, spaces at the ends. */
export const untidyText = (text: string, random: Random): string =>
  random.pick<(text: string) => string>([
    (tidy) => tidy,
    (tidy) => tidy,
    arabicLetters,
    (tidy) => tidy.replaceAll(halfSpace, ' '),
    (tidy) => tidy.replaceAll(halfSpace, ''),
    (tidy) => ` ${tidy.replaceAll(' ', '  ')}`,
    (tidy) => `${arabicLetters(tidy)} `,
  ])(text)

/** Ten digits from the 9 on, written in one of the ways in which people write a mobile number. */
export const untidyMobile = (ten: string, random: Random): string =>
  random.pick([
    `0${ten}`,
    `0${ten}`,
    `+98${ten}`,
    `0098${ten}`,
    `98${ten}`,
    ten,
    persianDigits(`0${ten}`),
    arabicDigits(`0${ten}`),
    `0${ten.slice(0, 3)} ${ten.slice(3, 6)} ${ten.slice(6)}`,
    persianDigits(`0${ten.slice(0, 3)}-${ten.slice(3)}`),
  ])

/** A landline with its area code, written in one of the usual ways. */
export const untidyPhone = (areaCode: string, local: string, random: Random): string =>
  random.pick([
    `${areaCode}${local}`,
    `${areaCode}-${local}`,
    `+98 ${areaCode.slice(1)} ${local}`,
    persianDigits(`${areaCode}${local}`),
    arabicDigits(`${areaCode}${local}`),
  ])
