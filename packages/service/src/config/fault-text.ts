import type { Saying } from '@siagh-sync/sync-core/messages'

/** What is said about a setting, as the text of an issue: zod carries nothing else from a form to who reads its issues. */
export function asText(fault: Saying): string {
  return JSON.stringify(fault)
}

/** What `asText` has made a text of. Any other text is passed on as it is: the core has made whole sentences of its own. */
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
