import { foldForCompare } from '../iran/text'
import { FIRST_OF_TWO, SECOND_OF_TWO, TITLES } from '../to-identity/given-names'

/** A name in a form for comparing it with many others. */
export interface DescribedName {
  /** Folded, without spaces. */
  readonly folded: string
  /** The first letters of its words. */
  readonly all: ReadonlySet<string>
  /** The first letters of its distinctive words. */
  readonly distinctive: ReadonlySet<string>
  readonly script: 'persian' | 'latin' | 'both' | 'none'
}

/**
 * `different`: no distinctive word of one name begins like a word of the other. `unknown`: the names cannot be
 * compared.
 */
type NameLikeness = 'same' | 'alike' | 'different' | 'unknown'

/** Words in the names of many companies. */
const COMPANY_WORDS = `
  شرکت شرکتهای موسسه فروشگاه گروه صنایع صنعتی تولیدی بازرگانی مهندسی خدمات خدماتی تجاری سهامی خاص عام مسئولیت مسوولیت محدود
  کارخانه تعاونی دفتر نمایندگی و با co ltd inc company group the of and
`

/** Words that many names have. They distinguish nobody. */
const COMMON = new Set(
  [...TITLES, ...FIRST_OF_TWO, ...SECOND_OF_TWO, ...COMPANY_WORDS.split(/\s+/)].map(foldForCompare),
)

/** How many letters of a word are compared. Endings and spellings differ: رضایی, رضائی, رضائیان. */
const BEGINNING = 3

/** A name in a form for comparing. */
export function describeName(name: string): DescribedName {
  const words = foldForCompare(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const distinctive = words.filter((word) => !COMMON.has(word))
  const folded = words.join('')
  return { folded, all: beginningsOf(words), distinctive: beginningsOf(distinctive), script: scriptOf(folded) }
}

/**
 * Whether two names may belong to one person or one company. Names in two scripts cannot be compared, and neither can
 * an empty name.
 */
export function compareNames(one: DescribedName, other: DescribedName): NameLikeness {
  if (one.folded === '' || other.folded === '') return 'unknown'
  if (one.folded === other.folded) return 'same'
  const words = one.distinctive.size > 0 && other.distinctive.size > 0 ? 'distinctive' : 'all'
  if ([...one[words]].some((beginning) => other[words].has(beginning))) return 'alike'
  return one.script === other.script && one.script !== 'none' ? 'different' : 'unknown'
}

function beginningsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.slice(0, BEGINNING)))
}

function scriptOf(text: string): DescribedName['script'] {
  const isPersian = /\p{Script=Arabic}/u.test(text)
  const isLatin = /\p{Script=Latin}/u.test(text)
  if (isPersian) return isLatin ? 'both' : 'persian'
  return isLatin ? 'latin' : 'none'
}
