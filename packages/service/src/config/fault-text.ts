import type { Saying } from '@siagh-sync/sync-core/messages'

/**
 * A message about a setting as the text of an issue. zod passes nothing but text from a schema to the reader of its
 * issues.
 */
export function asText(fault: Saying): string {
  return JSON.stringify(fault)
}

/** Reads a text of `asText`. Any other text is returned as it is: the core writes complete sentences. */
export function fromText(text: string): Saying | string {
  try {
    const read: unknown = JSON.parse(text)
    return isSaying(read) ? read : text
  } catch {
    return text
  }
}

function isSaying(read: unknown): read is Saying {
  return typeof read === 'object' && read !== null && 'code' in read && typeof read.code === 'string'
}
