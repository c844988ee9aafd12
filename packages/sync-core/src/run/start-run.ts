import { ResultAsync, type Result } from 'neverthrow'
import type { Run, SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { JournalEntry } from '../ports/store'
import type { Outcome, Trigger } from '../types'
import { contain } from './contain'
import type { Hold } from './hold'
import { keepTrying } from './keep-trying'
import { traceCalls } from './trace-calls'

/** What a run came to, and what it did on the way. */
export interface FinishedRun {
  readonly result: Result<Outcome, SyncError>
  readonly calls: readonly string[]
  /** The calls of the runs that it made on its way. */
  readonly nested: readonly string[]
  /** What the journal has to hold of it. */
  readonly entry: JournalEntry
  readonly revisitAt?: number
}

/** Does the work of one run. It ends in any case, and the caller owes the journal its entry. */
export function startRun(
  context: SyncContext,
  hold: Hold,
  occasion: { readonly trigger: Trigger; readonly attempt: number; readonly notedAt?: number },
  work: (run: Run) => ResultAsync<Outcome, SyncError>,
): ResultAsync<FinishedRun, never> {
  const calls: string[] = []
  const nested: string[] = []
  let revisitAt: number | undefined
  const at = context.clock.now()
  const run: Run = {
    ...context,
    context,
    key: hold.lease.key,
    lease: hold.lease,
    hold,
    trigger: occasion.trigger,
    askedAt: Math.min(occasion.notedAt ?? at, at),
    calls,
    nested,
    revisit: (later) => (revisitAt = later),
    crm: traceCalls(context.crm, 'crm', calls),
    siagh: traceCalls(context.siagh, 'siagh', calls),
  }
  return ResultAsync.fromSafePromise(
    contain(() => work(run)).then((result) => {
      const entry = entryOf(run, occasion.attempt, at, context.clock.now() - at, result)
      return { result, calls, nested, entry, ...(revisitAt !== undefined && { revisitAt }) }
    }),
  )
}

/** Does the work of one run and writes it into the journal. */
export function startJournaledRun(...parts: Parameters<typeof startRun>): ResultAsync<FinishedRun, SyncError> {
  const [context] = parts
  return startRun(...parts).andThen((finished) =>
    keepTrying(context, () => context.store.journal.append(finished.entry)).map(() => finished),
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
