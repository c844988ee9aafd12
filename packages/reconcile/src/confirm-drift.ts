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
import { noteAndRing } from '@siagh-sync/sync-core/long-work'
import { idsOf, readGuid, typeOf, type ContactTable, type FetchedIdentity } from '@siagh-sync/sync-core/matching'
import type { AlikeContacts } from './alike-contacts'
import { fetchNow } from './fetch-now'
import { judgeIdentity } from './judge-identity'
import type { Drift } from './reconcile-events'

/** What did not fit when it was first read. */
export type Suspect = SuspectIdentity | { readonly code: number }

interface SuspectIdentity {
  readonly id: string
  readonly type?: IdentityType
  /** As the first reading had it. */
  readonly changedAt?: number
}

/** What a second look is taken with. */
export interface SecondLook {
  /** Read after the identities were. */
  readonly contacts: ContactTable
  readonly ownerOf: (code: number) => string | undefined
  /** As it was before either side was looked at for the second time. */
  readonly mappingOf: (id: string) => Mapping | null
  readonly alike: AlikeContacts
  readonly repair: boolean
}

/**
 * Looks once more, at both sides as they are now: the first reading may have seen one side before a change and the other after it.
 * `null`: it was nothing, or a sync has it in hand.
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
    // A sync has been at it since, and the contacts may have been read before it.
    if (mapping?.version !== look.mappingOf(id)?.version) return ok(null)
    const fetched = yield* await fetchNow(context, id, type ?? typeOf(mapping) ?? 'person', type !== undefined)
    // Who was read a moment ago is there, and the next reconcile tells more.
    if (fetched === 'unreadable') return ok(type === undefined ? unreadableNow(id, mapping) : null)
    // Edited since: a sync may have seen to it meanwhile, or will.
    const isMoving = fetched !== null && changedAt !== undefined && fetched.identity.modifyDate?.getTime() !== changedAt
    if (isMoving) return ok(null)

    const drift = fetched ? driftOf(id, fetched, mapping, look, context) : goneFrom(id, mapping, look)
    // What has failed waits for a person, and what has been left once is left: one more run would end as the last one did.
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
  /** Whether a sync would do anything about it. */
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
      // A sync would make a second contact of whoever is in Siagh unrecognised: that wants a person, as in the import.
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

/** A contact that is gone as well leaves nothing that could differ. */
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
    // It may be one that a sync is making just now.
    const marked = readGuid(row.tmpid ?? '')
    if (marked && (yield* isInHand(context, marked))) return ok(null)
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

/** Whether a sync has found the identity gone already, and done what the rules say. */
function wasLeft({ store, company }: SyncInternals, id: string): ResultAsync<boolean, StoreUnavailable> {
  const filter = { kind: 'identity', id, outcome: 'gone' } as const
  return store.journal.list(company, filter, { limit: 1 }).map(({ items }) => items.length > 0)
}

function note(context: SyncInternals, key: RecordKey, event: ChangeEvent, type: IdentityType | undefined) {
  return noteAndRing(context, { key, event, trigger: 'operator', ...(type && { type }) })
}

function keyOf({ company }: SyncInternals, id: string): RecordKey {
  return { company, kind: 'identity', id }
}
