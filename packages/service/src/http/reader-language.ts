import type { Request } from 'express'
import type { InboxEntry, Page } from '@siagh-sync/sync-core'
import { render, type Language, type Saying } from '@siagh-sync/sync-core/messages'
import { serviceMessages } from '../messages/service-messages'

/** The language that the reader asks for: with `?lang=fa`, or else with `Accept-Language`. Default English. */
export function languageOf(request: Request): Language {
  const asked = request.query['lang'] ?? request.acceptsLanguages('en', 'fa')
  return asked === 'fa' ? 'fa' : 'en'
}

/** A message for the reader, with its code. */
export function spoken(saying: Saying, language: Language): { readonly code: string; readonly message: string } {
  return { code: saying.code, message: lineIn(language, saying) }
}

/**
 * A page of failures with errors in the language of the reader. An error that an older version has stored is in
 * English.
 */
export function spokenFailures({ items, ...page }: Page<InboxEntry>, language: Language) {
  return { ...page, items: items.map((entry) => spokenFailure(entry, language)) }
}

function spokenFailure({ error, ...entry }: InboxEntry, language: Language) {
  if (error === undefined) return entry
  const { said, ...stored } = error
  if (said === undefined) return { ...entry, error: stored }
  const details = said.details.map((line) => lineIn(language, line))
  return { ...entry, error: { kind: error.kind, ...spoken(said.message, language), details } }
}

function lineIn(language: Language, line: Saying | string): string {
  return typeof line === 'string' ? line : (render(serviceMessages, language, line) ?? line.code)
}
