import { err, ok, safeTry, type Result, type ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { StoreUnavailable, SyncError } from '../errors'
import type { ChangedInbox, InboxChange, JournalEntry } from '../ports/store'
import type { Outcome, RecordKey } from '../types'
import { callName } from './calls'
import { finishSurely } from './finish-surely'
import { refusalError } from './mapping-record'
import type { DoneRun } from './run'
import type { HeldRecord } from './with-record'

/** How a run has ended. */
export interface EndedRun<Plan> {
  /** The result in the end. The store may have refused to record the result of the work; then this is an error. */
  readonly result: Result<Outcome, SyncError>
  readonly plan: Plan
  /** `lease_lost`: nothing was written. Another worker has the record, or will get it. */
  readonly inbox: ChangedInbox | 'unchanged' | 'lease_lost'
}

/**
 * Records the end of a run in one visit: mapping, journal, inbox and what is held. If the store refuses the mapping, the run has
 * failed, and its end is recorded without the mapping. `planOf` says what happens to the inbox entry.
 */
export function finishRun<Plan extends { readonly inbox?: InboxChange }>(
  context: Pick<RunContext, 'store' | 'clock'>,
  held: HeldRecord,
  run: DoneRun,
  planOf: (result: DoneRun['result']) => Plan,
): ResultAsync<EndedRun<Plan>, StoreUnavailable> {
  const { mapping, gate } = run
  return safeTry(async function* () {
    for (let { result } = run; ;) {
      const plan = planOf(result)
      const change = mapping.change()
      const journal = entryOf(held.key, run, result)
      const heldChange = gate.change(result, plan.inbox?.do === 'bury')
      const finished = await finishSurely(context, held, {
        journal,
        ...(change && { mapping: change }),
        ...(plan.inbox && { inbox: plan.inbox }),
        ...(heldChange !== undefined && { heldChange }),
      })
      if (finished.isErr()) mapping.refuse(finished.error)
      const end = yield* finished
      if (end.status === 'finished') {
        mapping.confirm(end.mapping)
        return ok<EndedRun<Plan>>({ result, plan, inbox: end.inbox ?? 'unchanged' })
      }
      const failure = change && mapping.refuse(refusalError(end, change.draft))
      if (failure) result = err(failure)
      if (end.status === 'lease_lost' || !change)
        return ok<EndedRun<Plan>>({ result, plan: planOf(result), inbox: 'lease_lost' })
    }
  })
}

function entryOf(key: RecordKey, run: DoneRun, result: DoneRun['result']): JournalEntry {
  const { occasion, calls, startedAt: at, durationMs } = run
  const { trigger, attempt } = occasion
  const base = { at, key, trigger, attempt, durationMs, calls: calls.map(callName) }
  if (result.isErr()) return { ...base, error: result.error.kind, warnings: [] }
  const { outcome, siagh, warnings } = result.value
  return { ...base, outcome, warnings, ...(siagh && { siagh }) }
}
