import { err, ok, ResultAsync, type Result } from 'neverthrow'
import type { Run, SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { JournalEntry, Lease } from '../ports/store'
import type { Outcome, Trigger } from '../types'
import { contain } from './contain'
import { traceCalls } from './trace-calls'

/** What a run came to, and what it did on the way. */
export interface FinishedRun {
  readonly result: Result<Outcome, SyncError>
  readonly calls: readonly string[]
  /** The calls of the runs that it made on its way. */
  readonly nested: readonly string[]
  readonly revisitAt?: number
}

/** Whatever becomes of it, a run ends in the journal. */
export function startRun(
  context: SyncContext,
  lease: Lease,
  occasion: { readonly trigger: Trigger; readonly attempt: number },
  work: (run: Run) => ResultAsync<Outcome, SyncError>,
): ResultAsync<FinishedRun, SyncError> {
  const calls: string[] = []
  const nested: string[] = []
  let revisitAt: number | undefined
  const at = context.clock.now()
  const run: Run = {
    ...context,
    context,
    key: lease.key,
    lease,
    trigger: occasion.trigger,
    calls,
    nested,
    revisit: (later) => (revisitAt = later),
    crm: traceCalls(context.crm, 'crm', calls),
    siagh: traceCalls(context.siagh, 'siagh', calls),
  }
  return new ResultAsync(
    contain(() => work(run)).then(async (result): Promise<Result<FinishedRun, SyncError>> => {
      const durationMs = context.clock.now() - at
      const journaled = await context.store.journal.append(entryOf(run, occasion.attempt, at, durationMs, result))
      if (journaled.isErr()) return err(journaled.error)
      return ok({ result, calls, nested, ...(revisitAt !== undefined && { revisitAt }) })
    }),
  )
}

function entryOf(
  run: Run,
  attempt: number,
  at: number,
  durationMs: number,
  result: Result<Outcome, SyncError>,
): JournalEntry {
  const base = { at, key: run.key, trigger: run.trigger, attempt, durationMs, calls: [...run.calls] }
  if (result.isErr()) return { ...base, error: result.error.kind, warnings: [] }
  const { outcome, siagh, warnings } = result.value
  return { ...base, outcome, warnings, ...(siagh && { siagh }) }
}
