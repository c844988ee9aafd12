import type { SiaghUser } from '@siagh-sync/siagh-client'
import { err, ok, safeTry, type Result, type ResultAsync } from 'neverthrow'
import type {
  IdentityType,
  JournalEntry,
  MappingDraft,
  RecordKey,
  SyncError,
  SyncInternals,
  Warning,
} from '@siagh-sync/sync-core'
import { keepTrying, pause, refusalError, withRecord } from '@siagh-sync/sync-core/long-work'
import { idsOf } from '@siagh-sync/sync-core/matching'
import { worded } from '@siagh-sync/sync-core/messages'

/** A contact and its identity. */
export interface Pair {
  readonly row: SiaghUser
  readonly id: string
  readonly type: IdentityType
  /**
   * The fingerprint of the data, if the CRM and Siagh already agree. `''`: a sync still has to write the CRM's data.
   */
  readonly fingerprint: string
  /** The fields of the contact that the CRM fills. */
  readonly filled: readonly string[]
  /** The calls that were made for it. */
  readonly calls: readonly string[]
  readonly warnings: readonly Warning[]
  /** When the work on it began. */
  readonly at: number
}

/**
 * `there`: a worker has already linked them. `being_synced`: a sync is creating another contact for the identity, and
 * will find this out itself.
 */
export type Linking = 'linked' | 'there' | 'being_synced'

const PAUSE_MS = 500
const MOST_PAUSES = 240

/**
 * Stores that a contact belongs to an identity. `busy`: a worker has had the record for two minutes.
 * `ambiguous_match`: one of the two already belongs to another record.
 */
export async function linkIdentity(context: SyncInternals, pair: Pair): Promise<Result<Linking, SyncError>> {
  for (let pauses = 0; ; pauses += 1) {
    const linked = await keepTrying(context, () => linkOnce(context, pair))
    const isHeld = linked.isErr() && linked.error.kind === 'busy'
    if (!isHeld || pauses === MOST_PAUSES) return linked
    await pause(context.clock, PAUSE_MS)
  }
}

function linkOnce(context: SyncInternals, pair: Pair): ResultAsync<Linking, SyncError> {
  const key = { company: context.company, kind: 'identity' as const, id: pair.id }
  return withRecord(context, key, ({ mapping: before, finish }) =>
    safeTry(async function* () {
      if (before && before.siagh?.code === String(pair.row.Code)) return ok<Linking>('there')
      if (before?.siagh) return err(linkedOtherwise(before.siagh.code))
      if (before) return ok<Linking>('being_synced')
      const draft = { ...mappingOf(pair), key }
      const end = yield* finish({ mapping: { draft, expectedVersion: 0 }, journal: lineOf(context, key, pair) })
      return end.status === 'finished' ? ok<Linking>('linked') : err(refusalError(end, draft))
    }),
  )
}

function mappingOf({ row, type, fingerprint, filled }: Pair): Omit<MappingDraft, 'key'> {
  return { state: 'linked', siagh: idsOf(row), fingerprint, detail: { type, filled: [...filled] } }
}

function lineOf(
  { clock }: Pick<SyncInternals, 'clock'>,
  key: RecordKey,
  { row, at, calls, warnings }: Pair,
): JournalEntry {
  const occasion = { at, key, trigger: 'import' as const, attempt: 1, durationMs: clock.now() - at }
  return { ...occasion, outcome: 'linked', siagh: idsOf(row), calls, warnings }
}

function linkedOtherwise(code: string): SyncError {
  const words = worded('identity_already_linked', { code })
  return { kind: 'ambiguous_match', retryable: false, ...words, candidates: [{ code }] }
}
