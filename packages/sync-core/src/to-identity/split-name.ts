import { foldForCompare, normalizeText } from '../iran/text'
import { FAMILY_ENDINGS, FIRST_OF_TWO, SECOND_OF_TWO, TITLES } from './given-names'

/**
 * The parts of a person's name. Joined with spaces in this order, without the empty ones, they are the normalized
 * name.
 */
export interface SplitName {
  /** Examples: `آقای`, `خانم دکتر`. `''`: there is none. */
  readonly title: string
  /** `''`: the name has only one word. */
  readonly firstName: string
  readonly lastName: string
}

/**
 * Splits a person's name. Titles at the beginning become `title`. A compound given name stays together (`سید علی`,
 * `محمد رضا`, `فاطمه زهرا`, with or without a ZWNJ), unless its second word belongs to the family name (`محمد حسین
 * زاده`). The rest is the family name. No word is lost or moved.
 */
export function splitName(name: string): SplitName {
  const words = normalizeText(name).split(' ')
  const title = countTitles(words)
  const rest = words.slice(title)
  const first = countGiven(rest)
  return {
    title: words.slice(0, title).join(' '),
    firstName: rest.slice(0, first).join(' '),
    lastName: rest.slice(first).join(' '),
  }
}

/** Counts the titles. At least one word stays as the name. `حاجی زاده` is a family name and has no title. */
function countTitles(words: readonly string[]): number {
  let count = 0
  while (count < words.length - 1 && TITLE_KEYS.has(keyOf(words[count])) && !endsFamily(words[count + 1])) count += 1
  return count
}

/** How many of the words are the given name. At least one word stays as the family name. */
function countGiven(words: readonly string[]): number {
  const most = words.length - 1
  let count = Math.min(1, most)
  while (count < most && isCompound(words, count) && !endsFamily(words[count + 1])) count += 1
  return count
}

/** `عبد الرضا` and `نور الدین` are always one name. `محمد رضا` is one name because both words are known. */
function isCompound(words: readonly string[], at: number): boolean {
  const [before, word] = [keyOf(words[at - 1]), keyOf(words[at])]
  if (/^ال(?:له|دین|سادات|رضا|حسین|حسن|زهرا|ملوک|زمان|رحیم|رحمن|کریم)$/.test(word)) return true
  if (!FIRST_KEYS.has(before) || !SECOND_KEYS.has(word)) return false
  // Two names are one compound. Three names are one only after سید or میر. The next word is a family name that is
  // also a given name.
  return at === 1 || (at === 2 && BEFORE_COMPOUND.has(keyOf(words[0])))
}

function endsFamily(word: string | undefined): boolean {
  return ENDING_KEYS.has(keyOf(word))
}

/** Without the dot of an abbreviation, and with look-alike letters made equal. */
function keyOf(word = ''): string {
  return foldForCompare(word).replace(/[.:،,]+$/, '')
}

const keys = (words: ReadonlySet<string>): ReadonlySet<string> => new Set(Array.from(words, keyOf))
const TITLE_KEYS = keys(TITLES)
const FIRST_KEYS = keys(FIRST_OF_TWO)
const SECOND_KEYS = keys(SECOND_OF_TWO)
const ENDING_KEYS = keys(FAMILY_ENDINGS)
const BEFORE_COMPOUND = keys(new Set(['سید', 'سیده', 'میر']))
