import type { InboxEntry, StoredError } from '@siagh-sync/sync-core'
import { render, type Language, type Saying } from '@siagh-sync/sync-core/messages'
import { serviceMessages } from '../../messages/service-messages'

/** A message for the reader, with its code. */
export function spoken(saying: Saying, language: Language): { readonly code: string; readonly message: string } {
  return { code: saying.code, message: lineIn(language, saying) }
}

/** An entry with its error in the language of the reader. */
export function spokenEntry({ error, ...entry }: InboxEntry, language: Language) {
  return { ...entry, ...(error && { error: spokenError(error, language) }) }
}

/** An error that an older version has stored is in English. */
function spokenError({ said, ...stored }: StoredError, language: Language) {
  if (said === undefined) return stored
  const details = said.details.map((line) => lineIn(language, line))
  return { kind: stored.kind, ...spoken(said.message, language), details }
}

function lineIn(language: Language, line: Saying | string): string {
  return typeof line === 'string' ? line : (render(serviceMessages, language, line) ?? line.code)
}
