import { ok, ResultAsync, type Result } from 'neverthrow'
import type { Run, RunContext } from '../context'
import type { SyncError } from '../errors'
import type { RunEnd } from '../ports/store'
import type { Outcome, RecordKey, Trigger } from '../types'
import { aroundCalls, type Call } from './calls'
import { createRunGate, type RunGate } from '../held/run-gate'
import { contain } from './contain'
import { finishSurely } from './finish-surely'
import { createMappingRecord, type MappingRecord } from './mapping-record'
import type { HeldRecord } from './with-record'

/** The reason for a run. */
export interface Occasion {
  readonly trigger: Trigger
  readonly attempt: number
  /** When the run was requested, if that was before it began. */
  readonly notedAt?: number
}

/** The result of a run, and what the run has done. */
export interface DoneRun {
  readonly occasion: Occasion
  readonly result: Result<Outcome, SyncError>
  readonly mapping: MappingRecord
  readonly gate: RunGate
  readonly calls: readonly Call[]
  /** The calls of other runs that this run has started. */
  readonly nested: readonly Call[]
  readonly startedAt: number
  readonly durationMs: number
  readonly revisitAt?: number
}

/** Does the work of one run. Never fails. The caller must record the end of the run in the store. */
export function startRun(
  context: RunContext,
  held: HeldRecord,
  occasion: Occasion,
  work: (run: Run) => ResultAsync<Outcome, SyncError>,
): ResultAsync<DoneRun, never> {
  const calls: Call[] = []
  const nested: Call[] = []
  let revisitAt: number | undefined
  const startedAt = context.clock.now()
  const { store, rules, clock, contacts, outage, fiscalYear, claim, logger } = context
  const { key, hold, gaps } = held
  const gate = createRunGate(context, key, held.heldChange)
  const isRecorded = context.mode === 'live'
  const finish = (end: RunEnd) => finishSurely(context, held, end)
  const mapping = createMappingRecord({ ...held, finish }, held.mapping, { isRecorded })
  const run: Run = {
    ...aroundCalls(context, (call, send) => {
      calls.push(call)
      return send()
    }),
    ...{ rules, clock, contacts, outage, fiscalYear, claim, logger },
    ...{ key, hold, gaps, mapping, gate, nested, context },
    mappings: store.mappings,
    trigger: occasion.trigger,
    askedAt: Math.min(occasion.notedAt ?? startedAt, startedAt),
    revisit: (later) => (revisitAt = later),
  }
  return ResultAsync.fromSafePromise(
    contain(() => work(run)).then((ended) => {
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
