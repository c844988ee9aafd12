import { foldForCompare } from '../iran/text'
import { FIRST_OF_TWO, SECOND_OF_TWO, TITLES } from '../to-identity/given-names'

/** A name, for comparing it with many others. */
export interface DescribedName {
  /** Folded, without spaces. */
  readonly folded: string
  /** The beginnings of its words. */
  readonly all: ReadonlySet<string>
  /** Of those words that tell one name from another. */
  readonly telling: ReadonlySet<string>
  readonly script: 'persian' | 'latin' | 'both' | 'none'
}

/** `different`: no word that tells one name from another begins alike in both. `unknown`: they cannot be compared. */
type NameLikeness = 'same' | 'alike' | 'different' | 'unknown'

/** Words that stand in many names of companies. */
const COMPANY_WORDS = `
  شرکت شرکتهای موسسه فروشگاه گروه صنایع صنعتی تولیدی بازرگانی مهندسی خدمات خدماتی تجاری سهامی خاص عام مسئولیت مسوولیت محدود
  کارخانه تعاونی دفتر نمایندگی و با co ltd inc company group the of and
`

/** Nobody is known by these alone. */
const COMMON = new Set(
  [...TITLES, ...FIRST_OF_TWO, ...SECOND_OF_TWO, ...COMPANY_WORDS.split(/\s+/)].map(foldForCompare),
)

/** So many letters of a word are compared: endings and spellings differ (رضایی, رضائی, رضائیان). */
const BEGINNING = 3

/** The name as it is compared. */
export function describeName(name: string): DescribedName {
  const words = foldForCompare(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = words.filter((word) => !COMMON.has(word))
  const folded = words.join('')
  return { folded, all: beginningsOf(words), telling: beginningsOf(telling), script: scriptOf(folded) }
}

/** Whether two names may be one person's or one company's. Two scripts cannot be compared, nor a name that is not there. */
export function compareNames(one: DescribedName, other: DescribedName): NameLikeness {
  if (one.folded === '' || other.folded === '') return 'unknown'
  if (one.folded === other.folded) return 'same'
  const words = one.telling.size > 0 && other.telling.size > 0 ? 'telling' : 'all'
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
