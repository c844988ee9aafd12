/** What nobody sees on a screen: control and format characters, and every space but the usual one. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]|(?! )\p{Zs}/u

/** Persian writes a zero-width (non-)joiner between the letters of a word: a name may hold one there. */
const JOINER_IN_WORD = /(?<=\p{L})[\u200C\u200D](?=\p{L})/gu

/** What is wrong with a setting that holds a character which nobody sees, as the rest of a sentence that begins with its name. */
export function hiddenFault(text: string): string | undefined {
  if (/[\r\n]/.test(text)) return 'holds a line break: put the value on one line'
  const found = HIDDEN.exec(text)
  if (found === null) return undefined
  const place = Array.from(text.slice(0, found.index)).length + 1
  if (found[0] === '\uFFFD') return `holds a character that could not be read, at place ${place}: type the value anew`
  return `holds an invisible character (${codeOf(found[0])}) at place ${place}: type the value anew, without it`
}

/** As `hiddenFault` does, of a name of people or things, which may be of Persian words. */
export function hiddenFaultOfName(text: string): string | undefined {
  return hiddenFault(text.replace(JOINER_IN_WORD, '-'))
}

/** As `hiddenFault` does, of a password: only what no keyboard types is refused, since a password holds what it holds. */
export function hiddenFaultOfPassword(text: string): string | undefined {
  return /[\p{Cc}\uFFFD]/u.test(text) ? hiddenFault(text) : undefined
}

/** What is likely wrong with a password, as the rest of a sentence. It may be meant all the same. */
export function passwordDoubt(text: string): string | undefined {
  if (text !== text.trim()) return 'begins or ends with white space, which is taken as a part of it'
  return hiddenFault(text)?.replace(/: type .*/, '. If it is no part of it, type it anew')
}

/** What is wrong with a number or an address in other digits than 0 to 9, as the rest of a sentence. */
export function digitsFault(text: string): string | undefined {
  return /(?![0-9])\p{Nd}/u.test(text) ? 'must be written with the digits 0 to 9' : undefined
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
