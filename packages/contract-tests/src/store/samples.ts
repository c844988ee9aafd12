import type {
  Begun,
  HeldChange,
  JournalEntry,
  Lease,
  MappingDraft,
  Note,
  RecordKey,
  Store,
  StoredError,
} from '@siagh-sync/sync-core'
import { valueOf } from '../value-of'
import { bury } from './writes'

/** Long enough for every test to end before the lease does. */
export const LONG_MS = 600_000

/** A record of one company. */
export function recordKey(id: string, { kind = 'identity', company = 'acme' }: Partial<RecordKey> = {}): RecordKey {
  return { company, kind, id }
}

/** The note of a webhook. */
export function noteOf(key: RecordKey, rest: Partial<Note> = {}): Note {
  return { key, event: 'update', trigger: 'webhook', at: 1_000, ...rest }
}

/** A linked mapping. */
export function draftOf(key: RecordKey, code: string, recordId?: string): MappingDraft {
  const siagh = recordId === undefined ? { code } : { code, recordId }
  return { key, state: 'linked', siagh, fingerprint: 'f1', detail: {} }
}

/** A run that has succeeded. */
export function entryOf(key: RecordKey, rest: Partial<JournalEntry> = {}): JournalEntry {
  return { at: 1_000, key, trigger: 'webhook', attempt: 1, durationMs: 12, calls: [], warnings: [], ...rest }
}

/** A contact that waits to be created. */
export function heldOf(key: RecordKey, rest: Partial<HeldChange> = {}): HeldChange {
  return { key, state: 'held', write: 'make_contact', fingerprint: 'f1', fields: [], at: 1_000, ...rest }
}

/** Replaces what is held of a record that nobody handles. */
export async function putHeld(store: Store, key: RecordKey, heldChange: HeldChange | null): Promise<void> {
  const { lease } = await begin(store, key)
  const { status } = await valueOf(store.finish(lease, { heldChange }))
  if (status !== 'finished') throw new Error(`the held change was not saved: ${status}`)
}

/** Why an attempt failed. */
export const refusal: StoredError = { kind: 'rejected', message: 'Siagh said no', details: ['mobile', 'name'] }

/** Takes the lease of a record that nobody holds. */
export async function hold(store: Store, key: RecordKey, ttlMs = LONG_MS): Promise<Lease> {
  const lease = await valueOf(store.leases.acquire(key, ttlMs))
  if (lease === null) throw new Error(`somebody holds ${key.company}/${key.kind}/${key.id}`)
  return lease
}

/** Begins a run of a record that nobody holds. */
export async function begin(store: Store, key: RecordKey, ttlMs = LONG_MS): Promise<Begun> {
  const begun = await valueOf(store.begin(key, ttlMs))
  if (begun === null) throw new Error(`somebody holds ${key.company}/${key.kind}/${key.id}`)
  return begun
}

/** Notes a record and makes it a dead letter. */
export async function noteAndBury(store: Store, note: Note, error: StoredError = refusal): Promise<void> {
  const { generation } = await valueOf(store.inbox.note(note))
  const lease = await hold(store, note.key)
  await valueOf(bury(store, lease, generation, { attempts: 3, dueAt: note.at, error }))
  await valueOf(store.leases.release(lease))
}

/** Saves a first mapping, and gives the lease back. */
export async function link(store: Store, draft: MappingDraft): Promise<void> {
  const lease = await hold(store, draft.key)
  const { status } = await valueOf(store.intend(lease, draft, 0))
  if (status !== 'saved') throw new Error(`the mapping was not saved: ${status}`)
  await valueOf(store.leases.release(lease))
}
