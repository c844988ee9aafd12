import type { Reason } from './api-error'

/**
 * The texts in what is about to be sent that hold U+FFFD, each with the path to it. That character stands for letters that were lost where
 * a text was read in a wrong encoding: whoever writes it overwrites the text that was there before.
 */
export function unreadableTexts(value: unknown, path = ''): Reason[] {
  if (typeof value === 'string') return value.includes('\uFFFD') ? [{ field: path, message: LOST }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => unreadableTexts(item, path === '' ? name : `${path}.${name}`))
}

const LOST = 'Letters of this text were lost (it holds U+FFFD); correct it where it was typed'
