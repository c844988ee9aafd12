import { ok, okAsync, ResultAsync, type Result } from 'neverthrow'
import type { RunContext } from '../context'
import type { SyncError } from '../errors'
import type { RunEnd } from '../ports/store'
import { noteRevisit } from '../receive/note-and-enqueue'
import type { Outcome, RecordKey, Trigger } from '../types'
import { aroundCalls, type Call } from './calls'
import { createRunGate } from '../held/run-gate'
import { contain } from './contain'
import { finishRun } from './finish-run'
import { finishSurely } from './finish-surely'
import { keepTrying } from './keep-trying'
import { createMappingRecord } from './mapping-record'
import type { DoneRun, Occasion, OtherRecords, Run } from './run'
import { withRecord, type HeldRecord } from './with-record'

type Work = (run: Run) => ResultAsync<Outcome, SyncError>

/**
 * Does the work of one run, if the store belongs to these two servers. Never fails. The caller must record the end of
 * the run in the store.
 */
export function startRun(
  context: RunContext,
  held: HeldRecord,
  occasion: Occasion,
  work: Work,
): ResultAsync<DoneRun, never> {
  const [calls, nested]: [Call[], Call[]] = [[], []]
  let revisitAt: number | undefined
  const { rules, clock, logger, outage, updates, claim } = context
  const { key, hold, gaps } = held
  const startedAt = clock.now()
  const servers = aroundCalls(context, (call, send) => {
    calls.push(call)
    return send()
  })
  const gate = createRunGate(context, key, held.heldChange)
  const finish = (end: RunEnd) => finishSurely(context, held, end)
  const mapping = createMappingRecord({ ...held, finish }, held.mapping, { isRecorded: context.mode === 'live' })
  const run: Run = {
    ...servers,
    ...{ rules, clock, logger, outage, updates, key, hold, gaps, mapping, gate },
    trigger: occasion.trigger,
    askedAt: Math.min(occasion.notedAt ?? startedAt, startedAt),
    contacts: { ...context.contacts, read: (since, code) => context.contacts.read(servers.siagh, since, code) },
    login: {
      confirm: () => claim.confirmLogin(context.siagh),
      fiscalYear: () => context.fiscalYear.read(servers.siagh),
    },
    others: otherRecords(context, occasion.trigger, nested),
    revisit: (later) => (revisitAt = later),
  }
  return ResultAsync.fromSafePromise(
    contain(() => claim.confirmServers().andThen(() => work(run))).then((ended) => {
      const result = asShadowed(ended, key)
      const durationMs = clock.now() - startedAt
      const done = { occasion, result, mapping, gate, calls, nested, startedAt, durationMs }
      return { ...done, ...(revisitAt !== undefined && { revisitAt }) }
    }),
  )
}

/** In shadow, a write that does not leave is the end of a run as it should be. */
function asShadowed(result: Result<Outcome, SyncError>, { kind, id }: RecordKey): Result<Outcome, SyncError> {
  if (result.isOk() || result.error.kind !== 'held' || result.error.reason !== 'shadow') return result
  return ok({ kind, id, outcome: 'shadowed', warnings: [] })
}

/** `nested`: gets the calls of the runs that are made. */
function otherRecords(context: RunContext, trigger: Trigger, nested: Call[]): OtherRecords {
  return {
    mappings: context.store.mappings,
    hold: (key, task) => withRecord(context, key, task),
    handle: (key, work) =>
      runAtOnce(context, key, trigger, work).map((done) => {
        nested.push(...done.calls)
        return done
      }),
  }
}

/** Handles a record for a caller who waits, from its lease to the record of its end. */
export function runAtOnce(
  context: RunContext,
  key: RecordKey,
  trigger: Trigger,
  work: Work,
): ResultAsync<DoneRun, SyncError> {
  // A preview records nothing.
  const isRecorded = context.mode !== 'preview'
  return withRecord(context, key, (held) =>
    startRun(context, held, { trigger, attempt: 1 }, work).andThen((done) =>
      isRecorded
        ? finishRun(context, held, done, () => ({})).map(({ result }) => ({ ...done, result }))
        : okAsync(done),
    ),
  ).andThen((done) =>
    keepTrying(context, () => noteRevisit(context, key, isRecorded ? done.revisitAt : undefined))
      .orElse((error) => {
        context.logger.warn(
          { company: context.company, error: error.kind },
          'a later visit of a record could not be noted',
        )
        return ok(undefined)
      })
      .map(() => done),
  )
}
