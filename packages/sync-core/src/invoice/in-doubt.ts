import { err, errAsync, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Run, SyncContext } from '../context'
import type { SyncError } from '../errors'
import { keepTrying } from '../run/keep-trying'
import { saveMapping } from '../run/save-mapping'
import { timeUntilArrival } from '../run/time-until-arrival'
import { withLease } from '../run/with-lease'
import { keyText } from '../key'
import type { Gap, Lease, Mapping } from '../ports/store'
import { noteAndRing } from '../receive/note-and-ring'
import type { Verdict } from '../sync'
import type { RecordKey } from '../types'
import { documentFingerprint } from './document-fingerprint'
import { suidOf } from './suid'

/** Sets a document apart whose posting has no known end. It is not sent again until an operator has looked. */
export function park(run: Run, intent: Mapping): ResultAsync<SyncError, SyncError> {
  return setApart(run, intent, intent)
}

/** Sets a document apart that the store does not know and that may have been posted all the same. */
export function parkUnknown(run: Run, document: Invoice | Quote): ResultAsync<SyncError, SyncError> {
  return setApart(run, { fingerprint: documentFingerprint(document), detail: { suid: suidOf(run.key) } }, null)
}

function setApart(
  run: Run,
  { fingerprint, detail }: Pick<Mapping, 'fingerprint' | 'detail'>,
  before: Mapping | null,
): ResultAsync<SyncError, SyncError> {
  const save = () => saveMapping(run, { state: 'in_doubt', fingerprint, detail }, before)
  return keepTrying(run, save).map(() => doubtful(run.key))
}

/** Says where an operator has to look. */
export function doubtful(key: RecordKey): SyncError {
  const message = `the end of posting ${keyText(key)} is not known: look in Siagh for a pre-invoice whose remarks hold ${key.id}, then settle it`
  return { kind: 'in_doubt', retryable: false, message }
}

/**
 * Ends the doubt: takes over the document that the operator found, or lets it be posted afresh. The record is noted first, so
 * that it is handled once more whatever interrupts this, and what was changed in the CRM meanwhile is seen. `not_in_doubt`:
 * there was nothing to settle. The error `in_doubt` with `waitMs`: the write may still arrive in Siagh, so nobody can say yet that it
 * was not created; the doubt stays.
 */
export function settleInDoubt(
  context: SyncContext,
  key: RecordKey,
  verdict: Verdict,
): ResultAsync<'settled' | 'not_in_doubt', SyncError> {
  const fault = faultOf(verdict)
  if (fault) return errAsync(fault)
  return withLease(context, key, (hold) =>
    safeTry(async function* () {
      const { lease } = hold
      const mapping = yield* context.store.mappings.get(key)
      if (mapping?.state !== 'in_doubt') return ok('not_in_doubt' as const)
      if (verdict === 'not-created') {
        // The operator looked before this verdict came, and the write must have arrived before the operator looked.
        const wholeMs = LOOK_MS + context.rules.retry.afterUnknownWriteMs
        const waitMs = yield* timeUntilArrival({ ...context, hold }, mapping, wholeMs)
        if (waitMs > 0) return err(tooEarly(key, waitMs))
      }
      yield* noteAndRing(context, { key, event: 'update', trigger: 'operator' })
      yield* verdict === 'not-created' ? clear(context, lease, mapping) : takeOver(context, lease, mapping, verdict)
      return ok('settled' as const)
    }),
  )
}

// From the look in Siagh until the verdict is typed.
const LOOK_MS = 30_000

function tooEarly(key: RecordKey, waitMs: number): SyncError {
  const seconds = Math.ceil(waitMs / 1_000)
  const message = `the write of ${keyText(key)} may still arrive in Siagh; wait ${seconds} s, look in Siagh again, and then say whether the pre-invoice is there`
  return { kind: 'in_doubt', retryable: false, message, waitMs }
}

/** A verdict is typed by hand: a document without code or number would count as posted for ever, and nobody could find it. */
function faultOf(verdict: Verdict): SyncError | undefined {
  if (verdict === 'not-created') return undefined
  // For callers without types, and commands that take the verdict from a terminal.
  const given = verdict as { readonly created?: Partial<Record<'number' | 'code', unknown>> } | null | undefined
  const created = given?.created ?? {}
  const issues = (['number', 'code'] as const)
    .filter((name) => typeof created[name] !== 'string' || created[name].trim() === '')
    .map((name) => ({ path: `created.${name}`, message: 'must be text that is not empty' }))
  if (issues.length === 0) return undefined
  return { kind: 'invalid_change', retryable: false, message: 'The verdict names no document', issues }
}

function takeOver(
  context: SyncContext,
  lease: Lease,
  mapping: Mapping,
  { created }: Exclude<Verdict, 'not-created'>,
): ResultAsync<void, SyncError> {
  const { store, clock } = context
  return safeTry(async function* () {
    const { fingerprint, detail } = mapping
    const siagh = { number: created.number.trim(), code: created.code.trim() }
    yield* saveMapping({ store, lease }, { state: 'linked', siagh, fingerprint, detail }, mapping)
    const occasion = { at: clock.now(), key: lease.key, trigger: 'operator' as const, attempt: 1 }
    yield* store.journal.append({
      ...occasion,
      outcome: 'linked',
      siagh,
      durationMs: 0,
      calls: [],
      warnings: [],
    })
    return ok(undefined)
  })
}

/** The verdict stays with the mapping until the document is posted: whatever comes between, nobody has to be asked again. */
function clear({ store }: SyncContext, lease: Lease, mapping: Mapping): ResultAsync<void, SyncError> {
  const { state, fingerprint, detail } = mapping
  return store.gaps.list().andThen(({ length: restores }) => {
    const cleared = { state, fingerprint, detail: { ...detail, cleared: true, restores } }
    return saveMapping({ store, lease }, cleared, mapping).map(() => undefined)
  })
}

/**
 * Whether an operator has found that the document is not in Siagh. A verdict from before a restore is none: the document may have been
 * posted on its word between the backup and the restore.
 */
export function isCleared(mapping: Mapping | null, gaps: readonly Gap[]): boolean {
  if (mapping?.state !== 'in_doubt' || mapping.detail['cleared'] !== true) return false
  return (mapping.detail['restores'] ?? 0) === gaps.length
}
