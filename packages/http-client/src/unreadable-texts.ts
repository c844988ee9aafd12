import type { Reason } from './api-error'

/**
 * Finds the texts with U+FFFD in a request, each with its path. That character replaces letters that were lost when a
 * text was read in a wrong encoding. Sending such a text would overwrite the good text in the server.
 */
export function unreadableTexts(value: unknown, path = ''): Reason[] {
  if (typeof value === 'string') return value.includes('\uFFFD') ? [{ field: path, message: LOST }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => unreadableTexts(item, path === '' ? name : `${path}.${name}`))
}

const LOST = 'Letters of this text were lost (it holds U+FFFD); correct it where it was typed'
