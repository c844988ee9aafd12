import type { Saying } from '@siagh-sync/sync-core/messages'
import { serviceSaying } from '../messages/service-messages'

/** Invisible characters: control and format characters, and every space except the usual one. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]|(?! )\p{Zs}/u

/** Persian puts a zero-width (non-)joiner between letters of a word, so a name may have one there. */
const JOINER_IN_WORD = /(?<=\p{L})[\u200C\u200D](?=\p{L})/gu

/**
 * The fault of a setting with an invisible character, as the rest of a sentence that begins with the name of the
 * setting.
 */
export function hiddenFault(text: string): Saying | undefined {
  if (/[\r\n]/.test(text)) return serviceSaying('line_break_within')
  const found = HIDDEN.exec(text)
  if (found === null) return undefined
  const { place, character } = placeOf(text, found)
  if (character === undefined) return serviceSaying('unreadable_character', { place })
  return serviceSaying('invisible_character', { character, place })
}

/** The place of an invisible character, counted from 1, and its code. Absent code: the character is unknown. */
function placeOf(text: string, { index, 0: found }: RegExpExecArray): { place: number; character?: string } {
  const place = Array.from(text.slice(0, index)).length + 1
  return found === '\uFFFD' ? { place } : { place, character: codeOf(found) }
}

/** Like `hiddenFault`, for a name of people or things. It may have Persian words. */
export function hiddenFaultOfName(text: string): Saying | undefined {
  return hiddenFault(text.replace(JOINER_IN_WORD, '-'))
}

/** Like `hiddenFault`, for a password. Only characters that no keyboard types are refused. */
export function hiddenFaultOfPassword(text: string): Saying | undefined {
  return /[\p{Cc}\uFFFD]/u.test(text) ? hiddenFault(text) : undefined
}

/** What is probably wrong with a password, as the rest of a sentence. It may be correct all the same. */
export function passwordDoubt(text: string): Saying | undefined {
  if (text !== text.trim()) return serviceSaying('spaces_around')
  const found = HIDDEN.exec(text)
  if (found === null) return undefined
  const { place, character } = placeOf(text, found)
  if (character === undefined) return serviceSaying('unreadable_in_password', { place })
  return serviceSaying('invisible_in_password', { character, place })
}

/** The fault of a number or an address with other digits than 0 to 9, as the rest of a sentence. */
export function digitsFault(text: string): Saying | undefined {
  return /(?![0-9])\p{Nd}/u.test(text) ? serviceSaying('other_digits') : undefined
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
