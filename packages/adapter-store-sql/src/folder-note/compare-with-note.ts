import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store, StoreUnavailable } from '@siagh-sync/sync-core'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import { storeSaying } from '../messages/refusal'

/** The name of the note. It holds places and times, but no secret. */
export const FOLDER_NOTE = 'siagh-sync.state.json'

/** The store of a company. */
export interface StoreInUse {
  readonly store: Pick<Store, 'mappings'>
  readonly company: string
  /** The path of the file, or the address of the database without its password. */
  readonly place: string
}

/** The note about a company. */
interface Noted {
  readonly store: string
  /** When that store was last seen with content. Example: `2026-03-01T11:00:00.000Z`. */
  readonly seenAt: string
}

const DAY_MS = 86_400_000

/** More records than several workers handle at a time. */
const MOST_UNDER_WAY = 500

/**
 * Compares the store that a process has opened with the store that was used in this folder before. If the store is
 * empty and the former one had records, the settings are probably wrong, and every document would be posted again.
 * Then this returns a message that names both stores. A store with records is noted in the folder for the next time.
 * If the folder cannot be written, there is no note.
 */
export async function compareWithNote(
  folder: string,
  { store, company, place }: StoreInUse,
): Promise<Result<Saying | undefined, StoreUnavailable>> {
  const first = await store.mappings.list(company, {}, { limit: MOST_UNDER_WAY })
  if (first.isErr()) return err(first.error)
  const path = join(folder, FOLDER_NOTE)
  const notes = await readNotes(path)
  const before = notes[company]
  if (first.value.items.length === 0) return ok(before && complaintOf(before, company, place))
  // An intent is removed when Siagh refuses the record, so a store with intents only has nothing to lose.
  if (first.value.items.every(({ state }) => state === 'intent')) return ok(undefined)
  const isFresh = before?.store === place && Date.now() - Date.parse(before.seenAt) < DAY_MS
  if (!isFresh) await writeNotes(path, { ...notes, [company]: { store: place, seenAt: new Date().toISOString() } })
  return ok(undefined)
}

function complaintOf({ store, seenAt }: Noted, company: string, place: string): Saying {
  return store === place
    ? storeSaying('store_emptied', { place, company, time: seenAt })
    : storeSaying('store_of_before', { place, company, before: store, time: seenAt })
}

/** An unreadable note counts as no note: it is only an additional help. */
async function readNotes(path: string): Promise<Readonly<Record<string, Noted>>> {
  const text = await readFile(path, 'utf8').catch(() => '{}')
  try {
    const notes: unknown = JSON.parse(text)
    if (typeof notes !== 'object' || notes === null) return {}
    return Object.fromEntries(Object.entries(notes).filter((entry): entry is [string, Noted] => isNoted(entry[1])))
  } catch {
    return {}
  }
}

function isNoted(value: unknown): value is Noted {
  if (typeof value !== 'object' || value === null || !('store' in value) || !('seenAt' in value)) return false
  return typeof value.store === 'string' && typeof value.seenAt === 'string' && !Number.isNaN(Date.parse(value.seenAt))
}

/** Written with a rename, so that two processes that start together leave one complete note. */
async function writeNotes(path: string, notes: Readonly<Record<string, Noted>>): Promise<void> {
  const part = `${path}.${process.pid}`
  const written = await writeFile(part, `${JSON.stringify(notes, null, 2)}\n`).then(
    () => true,
    () => false,
  )
  if (written) await rename(part, path)
}
