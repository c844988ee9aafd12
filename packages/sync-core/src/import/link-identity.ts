import type { SiaghUser } from '@siagh-sync/siagh-client'
import { err, ok, okAsync, safeTry, type Result, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { idsOf } from '../identity/contact-mapping'
import type { MappingDraft } from '../ports/store'
import { keepTrying } from '../run/keep-trying'
import { pause } from '../run/pause'
import { saveMapping } from '../run/save-mapping'
import { withLease } from '../run/with-lease'
import type { IdentityType, Warning } from '../types'

/** A contact and the identity that it is. */
export interface Pair {
  readonly row: SiaghUser
  readonly id: string
  readonly type: IdentityType
  /** Of what the CRM says and Siagh has; `''` where a sync has to bring it over yet. */
  readonly fingerprint: string
  /** The fields of the contact that the CRM fills. */
  readonly filled: readonly string[]
  /** What was called for it. */
  readonly calls: readonly string[]
  readonly warnings: readonly Warning[]
  /** When it was begun. */
  readonly at: number
}

/** `there`: a worker was faster. `being_synced`: a sync is making another contact for it, and will find out itself. */
export type Linking = 'linked' | 'there' | 'being_synced'

const PAUSE_MS = 500
const MOST_PAUSES = 240

/**
 * Remembers that a contact is an identity's. `busy`: a worker has had the record for two minutes. `ambiguous_match`: one of the
 * two belongs to another already.
 */
export async function linkIdentity(context: SyncContext, pair: Pair): Promise<Result<Linking, SyncError>> {
  for (let pauses = 0; ; pauses += 1) {
    const linked = await keepTrying(context, () => linkOnce(context, pair))
    const isHeld = linked.isErr() && linked.error.kind === 'busy'
    if (!isHeld || pauses === MOST_PAUSES) return linked
    await pause(context.clock, PAUSE_MS)
  }
}

function linkOnce(context: SyncContext, pair: Pair): ResultAsync<Linking, SyncError> {
  const { store, company } = context
  const key = { company, kind: 'identity' as const, id: pair.id }
  return withLease(context, key, ({ lease }) =>
    safeTry(async function* () {
      const before = yield* store.mappings.get(key)
      if (before && before.siagh?.code === String(pair.row.Code)) return ok<Linking>('there')
      if (before?.siagh) return err(linkedOtherwise(before.siagh.code))
      if (before) return ok<Linking>('being_synced')
      yield* saveMapping({ store, lease }, mappingOf(pair), null)
      return ok<Linking>('linked')
    }),
  ).andThen((linking) => (linking === 'linked' ? writeDown(context, pair).map(() => linking) : okAsync(linking)))
}

function mappingOf({ row, type, fingerprint, filled }: Pair): Omit<MappingDraft, 'key'> {
  return { state: 'linked', siagh: idsOf(row), fingerprint, detail: { type, filled: [...filled] } }
}

function writeDown({ store, company, clock }: SyncContext, { id, row, at, calls, warnings }: Pair) {
  return keepTrying({ clock }, () =>
    store.journal.append({
      at,
      key: { company, kind: 'identity', id },
      trigger: 'import',
      attempt: 1,
      outcome: 'linked',
      siagh: idsOf(row),
      durationMs: clock.now() - at,
      calls,
      warnings,
    }),
  )
}

function linkedOtherwise(code: string): SyncError {
  const message = `the identity is already linked to contact ${code}`
  return { kind: 'ambiguous_match', retryable: false, message, candidates: [{ code }] }
}
