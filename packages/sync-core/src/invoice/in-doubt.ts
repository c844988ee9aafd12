import { err, errAsync, ok, safeTry, type Result, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { LeaseContext, NotingContext } from '../context'
import type { Run } from '../run/run'
import type { SyncError } from '../errors'
import { actionEntry } from '../operate/action-entry'
import type { Gap, Mapping, RunEnd } from '../ports/store'
import { noteAndEnqueue } from '../receive/note-and-enqueue'
import { createMappingRecord, refusalError, type Draft, type MappingRecord } from '../run/mapping-record'
import { withRecord, type HeldRecord } from '../run/with-record'
import type { Verdict } from '../sync'
import type { RecordKey } from '../types'
import { longestArrivalMs, LOOK_MS, mayBeDenied, timeUntilArrival } from '../write-once'
import { documentFingerprint } from './document-fingerprint'
import { suidOf } from './suid'
import { recordParams, worded } from '../messages/core-messages'

/**
 * Marks a document as in doubt because its posting has an unknown end. It is not sent again until an operator has
 * looked.
 */
export function park(
  run: Pick<Run, 'key' | 'mapping'>,
  { fingerprint, detail }: Pick<Mapping, 'fingerprint' | 'detail'>,
): SyncError {
  run.mapping.set({ state: 'in_doubt', fingerprint, detail })
  return doubtful(run.key)
}

/** Marks a document as in doubt that the store does not know, but that may have been posted. */
export function parkUnknown(run: Pick<Run, 'key' | 'mapping'>, document: Invoice | Quote): SyncError {
  return park(run, { fingerprint: documentFingerprint(document), detail: { suid: suidOf(run.key) } })
}

/** The error for a document in doubt. It says where an operator has to look. */
export function doubtful(key: RecordKey): SyncError {
  const words = worded('posting_in_doubt', recordParams(key))
  return { kind: 'in_doubt', retryable: false, ...words }
}

/**
 * Ends the doubt: links the document that the operator has found, or allows its posting. The record is noted first.
 * So it gets another run even if something interrupts this function, and that run sees what was changed in the CRM
 * meanwhile. `not_in_doubt`: the document is not in doubt. The error `in_doubt` with `waitMs`: the write may still
 * arrive in Siagh, so nobody can know yet that it was not created. Then the doubt stays.
 */
export function settleInDoubt(
  context: NotingContext & LeaseContext,
  key: RecordKey,
  verdict: Verdict,
  by: string | undefined,
): ResultAsync<'settled' | 'not_in_doubt', SyncError> {
  const fault = faultOf(verdict)
  if (fault) return errAsync(fault)
  return withRecord(context, key, (held) =>
    safeTry(async function* () {
      const doubt = held.mapping
      if (doubt?.state !== 'in_doubt') return ok('not_in_doubt' as const)
      const mapping = createMappingRecord(held, doubt)
      if (verdict === 'not-created') yield* await refuseTooEarly(context, held, mapping, doubt)
      yield* noteAndEnqueue(context, { key, event: 'update', trigger: 'operator' })
      const settled = verdict === 'not-created' ? cleared(doubt, held.gaps) : takenOver(doubt, verdict)
      mapping.set(settled)
      // After `not-created` the document is sent again: that is another attempt.
      const action = actionEntry(context, key, verdict === 'not-created' ? 'retried' : 'linked', by)
      yield* finish(held, mapping, { journal: { ...action, ...(settled.siagh && { siagh: settled.siagh }) } })
      return ok('settled' as const)
    }),
  )
}

/** The operator looked before this verdict came. The write must have arrived before the operator looked. */
async function refuseTooEarly(
  { rules }: Pick<LeaseContext, 'rules'>,
  held: HeldRecord,
  mapping: MappingRecord,
  doubt: Mapping,
): Promise<Result<void, SyncError>> {
  const waitMs = timeUntilArrival({ ...held, rules, mapping }, doubt, LOOK_MS + longestArrivalMs(rules))
  if (mayBeDenied(waitMs)) return ok(undefined)
  return finish(held, mapping, {}).andThen(() => err(tooEarly(held.key, waitMs)))
}

function finish(held: HeldRecord, mapping: MappingRecord, rest: RunEnd): ResultAsync<void, SyncError> {
  const change = mapping.change()
  return held.finish({ ...rest, ...(change && { mapping: change }) }).andThen((end) => {
    return end.status === 'finished' ? ok(undefined) : err(refusalError(end, change?.draft ?? null))
  })
}

function tooEarly(key: RecordKey, waitMs: number): SyncError {
  const seconds = Math.ceil(waitMs / 1_000)
  const words = worded('verdict_too_early', { ...recordParams(key), seconds })
  return { kind: 'in_doubt', retryable: false, ...words, waitMs }
}

/**
 * Checks a verdict, because it is typed by hand. A document without code or number would count as posted for ever,
 * and nobody could find it.
 */
function faultOf(verdict: Verdict): SyncError | undefined {
  if (verdict === 'not-created') return undefined
  // For callers without types, and for commands that read the verdict from a terminal.
  const given = verdict as { readonly created?: Partial<Record<'number' | 'code', unknown>> } | null | undefined
  const created = given?.created ?? {}
  const issues = (['number', 'code'] as const)
    .filter((name) => typeof created[name] !== 'string' || created[name].trim() === '')
    .map((name) => ({ path: `created.${name}`, ...worded('must_be_filled') }))
  if (issues.length === 0) return undefined
  return { kind: 'invalid_change', retryable: false, ...worded('verdict_without_document'), issues }
}

function takenOver({ fingerprint, detail }: Mapping, { created }: Exclude<Verdict, 'not-created'>): Draft {
  const siagh = { number: created.number.trim(), code: created.code.trim() }
  return { state: 'linked', siagh, fingerprint, detail }
}

/**
 * Adds the verdict to the mapping. It stays there until the document is posted, so the operator is not asked again if
 * a run fails.
 */
function cleared({ state, fingerprint, detail }: Mapping, { length: restores }: readonly Gap[]): Draft {
  return { state, fingerprint, detail: { ...detail, cleared: true, restores } }
}

/**
 * Whether an operator has found that the document is not in Siagh. A verdict from before a restore does not count:
 * the document may have been posted because of it, between the backup and the restore.
 */
export function isCleared(mapping: Mapping | null, gaps: readonly Gap[]): boolean {
  if (mapping?.state !== 'in_doubt' || mapping.detail['cleared'] !== true) return false
  return (mapping.detail['restores'] ?? 0) === gaps.length
}
