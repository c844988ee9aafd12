import { ok, safeTry, type ResultAsync } from 'neverthrow'
import type {
  ChangeEvent,
  IdentityType,
  Mapping,
  RecordKey,
  StoreUnavailable,
  SyncError,
  SyncInternals,
} from '@siagh-sync/sync-core'
import { noteAndEnqueue } from '@siagh-sync/sync-core/long-work'
import { idsOf, readGuid, typeOf, type ContactTable, type FetchedIdentity } from '@siagh-sync/sync-core/matching'
import type { AlikeContacts } from './alike-contacts'
import { fetchNow } from './fetch-now'
import { judgeIdentity } from './judge-identity'
import type { Drift } from './reconcile-events'

/** A record that differed when it was first read. */
export type Suspect = SuspectIdentity | { readonly code: number }

interface SuspectIdentity {
  readonly id: string
  readonly type?: IdentityType
  /** When the identity was changed, according to the first reading. */
  readonly changedAt?: number
}

/** What is needed for a second look. */
export interface SecondLook {
  /** Read after the identities. */
  readonly contacts: ContactTable
  readonly ownerOf: (code: number) => string | undefined
  /** The mapping before the second look at either system. */
  readonly mappingOf: (id: string) => Mapping | null
  readonly alike: AlikeContacts
  readonly repair: boolean
}

/**
 * Examines a record again, in both systems as they are now: the first reading may have seen one system before a
 * change and the other after it. `null`: there is no difference, or a sync is handling it.
 */
export function confirmDrift(
  context: SyncInternals,
  suspect: Suspect,
  look: SecondLook,
): ResultAsync<Drift | null, SyncError> {
  return 'code' in suspect ? confirmContact(context, suspect.code, look) : confirmIdentity(context, suspect, look)
}

function confirmIdentity(
  context: SyncInternals,
  { id, type, changedAt }: SuspectIdentity,
  look: SecondLook,
): ResultAsync<Drift | null, SyncError> {
  const key = keyOf(context, id)
  return safeTry(async function* () {
    const entry = yield* context.store.inbox.read(key)
    const mapping = yield* context.store.mappings.get(key)
    if (entry?.state === 'pending' || mapping?.state === 'intent') return ok(null)
    // A sync has handled it since. The contacts may have been read before that.
    if (mapping?.version !== look.mappingOf(id)?.version) return ok(null)
    const fetched = yield* await fetchNow(context, id, type ?? typeOf(mapping) ?? 'person', type !== undefined)
    // It could be read a moment ago, so it exists. The next reconcile reports more.
    if (fetched === 'unreadable') return ok(type === undefined ? unreadableNow(id, mapping) : null)
    // The identity was edited since. A sync has handled the edit, or will handle it.
    const isMoving = fetched !== null && changedAt !== undefined && fetched.identity.modifyDate?.getTime() !== changedAt
    if (isMoving) return ok(null)

    const drift = fetched ? driftOf(id, fetched, mapping, look, context) : goneFrom(id, mapping, look)
    // A failed record waits for a person. For an identity that a sync has already left, another run would end in the
    // same way.
    const isHopeless = entry?.state === 'failed' || (!fetched && (yield* wasLeft(context, id)))
    if (!drift?.canBeMended || !look.repair || isHopeless) return ok(drift?.drift ?? null)
    yield* note(context, key, fetched ? 'update' : 'delete', fetched?.type ?? typeOf(mapping))
    return ok(asRepaired(drift.drift))
  })
}

function unreadableNow(id: string, mapping: Mapping | null): Drift {
  const siagh = mapping?.siagh ? { siagh: mapping.siagh } : {}
  return { kind: 'identity_unreadable', record: { kind: 'identity', id }, ...siagh, repaired: false }
}

interface Found {
  readonly drift: Drift
  /** Whether a sync would correct it. */
  readonly canBeMended: boolean
}

function driftOf(
  id: string,
  fetched: FetchedIdentity,
  mapping: Mapping | null,
  look: SecondLook,
  { rules }: SyncInternals,
): Found | null {
  const record = { kind: 'identity', id } as const
  const finding = judgeIdentity(id, fetched, { ...look, mapping }, rules)
  switch (finding.kind) {
    case 'fine':
      return null
    case 'contact_gone':
      return { drift: { ...finding, record, repaired: false }, canBeMended: false }
    case 'only_in_crm': {
      const { nickName } = fetched.identity
      const name = nickName === undefined ? {} : { name: nickName }
      // If a similar contact is in Siagh, a sync would create a second one. That needs a person, as in the import.
      const candidates = look.alike(fetched)
      const drift: Drift = { kind: 'only_in_crm', record, type: fetched.type, ...name, candidates, repaired: false }
      return { drift, canBeMended: candidates.length === 0 }
    }
    case 'fields_differ': {
      const { canBeMended, ...differing } = finding
      return { drift: { ...differing, record, repaired: false }, canBeMended }
    }
  }
}

function asRepaired(drift: Drift): Drift {
  const { kind } = drift
  return kind === 'only_in_crm' || kind === 'fields_differ' || kind === 'identity_gone'
    ? { ...drift, repaired: true }
    : drift
}

/** If the contact is gone too, nothing can differ. */
function goneFrom(id: string, mapping: Mapping | null, { contacts }: SecondLook): Found | null {
  const siagh = mapping?.siagh
  if (!siagh || !contacts.byCode(Number(siagh.code))) return null
  const record = { kind: 'identity', id } as const
  return { drift: { kind: 'identity_gone', record, siagh, repaired: false }, canBeMended: true }
}

function confirmContact(
  context: SyncInternals,
  code: number,
  { contacts }: SecondLook,
): ResultAsync<Drift | null, SyncError> {
  return safeTry(async function* () {
    const row = contacts.byCode(code)
    if (!row || (yield* context.store.mappings.findByCode(context.company, 'contact', String(code)))) return ok(null)
    // Perhaps a sync is creating it now.
    const identityId = readGuid(row.tmpid ?? '')
    if (identityId && (yield* isInHand(context, identityId))) return ok(null)
    const name = row.Name === undefined ? {} : { name: row.Name }
    return ok<Drift>({ kind: 'only_in_siagh', siagh: idsOf(row), ...name, repaired: false })
  })
}

function isInHand(context: SyncInternals, id: string): ResultAsync<boolean, StoreUnavailable> {
  const { store } = context
  return safeTry(async function* () {
    const mapping = yield* store.mappings.get(keyOf(context, id))
    const entry = yield* store.inbox.read(keyOf(context, id))
    return ok(mapping?.state === 'intent' || entry?.state === 'pending')
  })
}

/** Whether a sync has already found that the identity is gone, and has followed the rules. */
function wasLeft({ store, company }: SyncInternals, id: string): ResultAsync<boolean, StoreUnavailable> {
  const filter = { kind: 'identity', id, outcome: 'gone' } as const
  return store.journal.list(company, filter, { limit: 1 }).map(({ items }) => items.length > 0)
}

function note(context: SyncInternals, key: RecordKey, event: ChangeEvent, type: IdentityType | undefined) {
  return noteAndEnqueue(context, { key, event, trigger: 'operator', ...(type && { type }) })
}

function keyOf({ company }: SyncInternals, id: string): RecordKey {
  return { company, kind: 'identity', id }
}
