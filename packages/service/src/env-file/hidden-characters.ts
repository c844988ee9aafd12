import type { Saying } from '@siagh-sync/sync-core/messages'
import { serviceSaying } from '../messages/service-messages'

/** What nobody sees on a screen: control and format characters, and every space but the usual one. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]|(?! )\p{Zs}/u

/** Persian writes a zero-width (non-)joiner between the letters of a word: a name may hold one there. */
const JOINER_IN_WORD = /(?<=\p{L})[\u200C\u200D](?=\p{L})/gu

/** What is wrong with a setting that holds a character which nobody sees, as the rest of a sentence that begins with its name. */
export function hiddenFault(text: string): Saying | undefined {
  if (/[\r\n]/.test(text)) return serviceSaying('line_break_within')
  const found = HIDDEN.exec(text)
  if (found === null) return undefined
  const { place, character } = placeOf(text, found)
  if (character === undefined) return serviceSaying('unreadable_character', { place })
  return serviceSaying('invisible_character', { character, place })
}

/** Where a hidden character stands, counted from 1, and its code. Without a code: nobody knows which it was. */
function placeOf(text: string, { index, 0: found }: RegExpExecArray): { place: number; character?: string } {
  const place = Array.from(text.slice(0, index)).length + 1
  return found === '\uFFFD' ? { place } : { place, character: codeOf(found) }
}

/** As `hiddenFault` does, of a name of people or things, which may be of Persian words. */
export function hiddenFaultOfName(text: string): Saying | undefined {
  return hiddenFault(text.replace(JOINER_IN_WORD, '-'))
}

/** As `hiddenFault` does, of a password: only what no keyboard types is refused, since a password holds what it holds. */
export function hiddenFaultOfPassword(text: string): Saying | undefined {
  return /[\p{Cc}\uFFFD]/u.test(text) ? hiddenFault(text) : undefined
}

/** What is likely wrong with a password, as the rest of a sentence. It may be meant all the same. */
export function passwordDoubt(text: string): Saying | undefined {
  if (text !== text.trim()) return serviceSaying('spaces_around')
  const found = HIDDEN.exec(text)
  if (found === null) return undefined
  const { place, character } = placeOf(text, found)
  if (character === undefined) return serviceSaying('unreadable_in_password', { place })
  return serviceSaying('invisible_in_password', { character, place })
}

/** What is wrong with a number or an address in other digits than 0 to 9, as the rest of a sentence. */
export function digitsFault(text: string): Saying | undefined {
  return /(?![0-9])\p{Nd}/u.test(text) ? serviceSaying('other_digits') : undefined
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
