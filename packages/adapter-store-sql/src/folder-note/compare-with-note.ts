import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store, StoreUnavailable } from '@siagh-sync/sync-core'
import { err, ok, type Result } from 'neverthrow'

/** The name of the note. It holds places and times, and no secret. */
export const FOLDER_NOTE = 'siagh-sync.state.json'

/** Which store a company works with. */
export interface StoreInUse {
  readonly store: Pick<Store, 'mappings'>
  readonly company: string
  /** The file's path, or the database's address without its password. */
  readonly place: string
}

/** What is noted of a company. */
interface Noted {
  readonly store: string
  /** When that store was last seen with something in it, as in `2026-03-01T11:00:00.000Z`. */
  readonly seenAt: string
}

const DAY_MS = 86_400_000

/** More records than several workers have under way at a time. */
const MOST_UNDER_WAY = 500

/**
 * Compares the store that a process has opened with the one that was used in this folder before. An empty store where there was one
 * with records is most probably a mistake in the settings, and every document would be posted again: then this answers a sentence that
 * names both. A store with records is noted in the folder for the next time. A folder that cannot be written to has no note.
 */
export async function compareWithNote(
  folder: string,
  { store, company, place }: StoreInUse,
): Promise<Result<string | undefined, StoreUnavailable>> {
  const first = await store.mappings.list(company, {}, { limit: MOST_UNDER_WAY })
  if (first.isErr()) return err(first.error)
  const path = join(folder, FOLDER_NOTE)
  const notes = await readNotes(path)
  const before = notes[company]
  if (first.value.items.length === 0) return ok(before && complaintOf(before, company, place))
  // An intent goes away again where Siagh refuses the record: it is nothing that a store can lose.
  if (first.value.items.every(({ state }) => state === 'intent')) return ok(undefined)
  const isFresh = before?.store === place && Date.now() - Date.parse(before.seenAt) < DAY_MS
  if (!isFresh) await writeNotes(path, { ...notes, [company]: { store: place, seenAt: new Date().toISOString() } })
  return ok(undefined)
}

function complaintOf({ store, seenAt }: Noted, company: string, place: string): string {
  const day = seenAt.slice(0, 10)
  return store === place
    ? `The store ${place} holds nothing of company ${company}, although it did on ${day}: if its file was deleted or replaced, stop and put the last backup in place with \`siagh-sync restore\`, or every document is posted again.`
    : `The store ${place} holds nothing of company ${company}, although ${store} was in use in this folder on ${day}: if that is the right one, stop and set STORE_FILE or DATABASE_URL to it, or every document is posted again.`
}

/** What cannot be read as a note is none: it only helps, and nothing rests on it. */
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

/** By a rename, so that two processes that start together leave one whole note. */
async function writeNotes(path: string, notes: Readonly<Record<string, Noted>>): Promise<void> {
  const part = `${path}.${process.pid}`
  const written = await writeFile(part, `${JSON.stringify(notes, null, 2)}\n`).then(
    () => true,
    () => false,
  )
  if (written) await rename(part, path)
}
