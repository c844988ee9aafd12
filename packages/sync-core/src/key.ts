import { err, ok, type Result } from 'neverthrow'
import type { EntityKind, EntityRef } from './types'

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const IN_BRACES = /^\{(.*)\}$/
const WRAPPED = /^[{(](.*)[)}]$/
const HEX = /^[0-9a-f]{32}$/i

/**
 * Normalizes the id of a CRM record. The CRM writes a GUID in upper or lower case, with or without braces. The result
 * is in lower case and without braces. `null`: not a GUID, or not a text, as a caller without types may give.
 */
export function normalizeId(id: unknown): string | null {
  if (typeof id !== 'string') return null
  const trimmed = id.trim()
  const bare = IN_BRACES.exec(trimmed)?.[1] ?? trimmed
  return GUID.test(bare) ? bare.toLowerCase() : null
}

/**
 * Reads a GUID in any form in which a server may return it: in capitals, with braces or brackets, with spaces, or
 * without dashes. `null`: not a GUID.
 */
export function readGuid(text: string): string | null {
  const bare = (WRAPPED.exec(text.trim())?.[1] ?? text).trim()
  if (HEX.test(bare)) return bare.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return GUID.test(bare) ? bare.toLowerCase() : null
}

/**
 * An id in the form in which ids are compared: a GUID as `readGuid` returns it; any other text in lower case and
 * without spaces around it.
 */
export function foldId(id: string): string {
  return readGuid(id) ?? id.trim().toLowerCase()
}

/** Whether two ids are equal, whatever form the servers use. */
export function isSameId(one: string, other: string): boolean {
  return foldId(one) === foldId(other)
}

/** The key of a record in the queue. Example: `identity/2b1f0c6e-…`. */
export function keyText(ref: EntityRef): string {
  return `${ref.kind}/${ref.id}`
}

/** Reads what `keyText` has written. */
export function parseKey(text: string): Result<EntityRef, string> {
  const slash = text.indexOf('/')
  const kind = text.slice(0, slash)
  return isEntityKind(kind) ? ok({ kind, id: text.slice(slash + 1) }) : err(`"${text}" is not the key of a record`)
}

const KINDS: Readonly<Record<EntityKind, true>> = { identity: true, invoice: true, quote: true }

/** Whether a text names a kind of record. */
export function isEntityKind(kind: string): kind is EntityKind {
  return Object.hasOwn(KINDS, kind)
}
