import type { SecretOrder } from './secret-order'

/**
 * The letters of made-up words. Without vowels and without the commonest letters no word of a language and no name comes
 * out, and a person who looks through a recording sees at once that a word is made up.
 */
const PERSIAN = Array.from('ثجچحخذژضطظغق')
const LATIN = Array.from('bcdfgjkpqvwxz')

/** Letters that people write in an Arabic form, and the Persian form of each. */
const ARABIC_FORMS: ReadonlyMap<string, string> = new Map([
  ['ي', 'ی'],
  ['ى', 'ی'],
  ['ك', 'ک'],
])

const LETTER = /\p{L}/u
/** A mark on a letter or in it. Which one it is would tell something of the letter. */
const MARK = /\p{M}/u
const ARABIC_SCRIPT = /\p{Script=Arabic}/u

/**
 * Another word of the same length, the same for the same word: in capitals where the word has capitals, and with an Arabic
 * letter where the word has one, so that it still has to be folded.
 */
export function madeUpWord(order: SecretOrder, word: string): string {
  const letters = Array.from(word)
  const folded = letters.map((letter) => ARABIC_FORMS.get(letter) ?? letter.toLowerCase()).join('')
  const draw = order.bytes(`word ${folded}`)
  const arabic = letters.find((letter) => ARABIC_FORMS.has(letter))
  const arabicPlace = (draw[31] ?? 0) % letters.length
  const more = letters.length > 31 ? order.bytes(`long word ${folded}`) : draw
  return letters
    .map((letter, place) => {
      if (MARK.test(letter)) return ARABIC_SCRIPT.test(word) ? '\u064e' : '\u0301'
      if (!LETTER.test(letter)) return letter
      if (arabic !== undefined && place === arabicPlace) return arabic
      return madeUpLetter(letter, (place < 31 ? draw[place] : more[place % 32]) ?? 0)
    })
    .join('')
}

function madeUpLetter(letter: string, draw: number): string {
  const isPersian = ARABIC_SCRIPT.test(letter)
  const alphabet = isPersian ? PERSIAN : LATIN
  const made = alphabet[draw % alphabet.length] ?? ''
  return letter === letter.toLowerCase() ? made : made.toUpperCase()
}
