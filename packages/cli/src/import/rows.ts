import type { ImportedContact } from '@siagh-sync/first-import'
import { keepFirst } from '../output/keep-first'

/** The first contacts of each action, by their codes: an import of 200,000 has to fit into memory and on a screen. */
export interface FirstRows {
  add(contact: ImportedContact): void
  of(action: ImportedContact['action']): readonly ImportedContact[]
  /** Those with something suspicious about them, whatever became of them. */
  suspicious(): readonly ImportedContact[]
}

/** Keeps the first `limit` of each. */
export function firstRows(limit: number): FirstRows {
  const kept = new Map<string, ImportedContact[]>()
  const keep = (list: string, contact: ImportedContact) => {
    const rows = kept.get(list) ?? []
    kept.set(list, rows)
    keepFirst(rows, contact, limit, (one, other) => one.code - other.code)
  }
  return {
    add(contact) {
      keep(contact.action, contact)
      if (contact.suspicions.length > 0) keep('suspicious', contact)
    },
    of: (action) => kept.get(action) ?? [],
    suspicious: () => kept.get('suspicious') ?? [],
  }
}
