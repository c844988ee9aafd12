import { okAsync, type ResultAsync } from 'neverthrow'
import type { LeaseContext, NotingContext } from '../context'
import type { StoreUnavailable } from '../errors'
import type { Handled } from '../ports/queue'
import type { InboxChange, InboxEntry } from '../ports/store'
import { noteRevisit } from '../receive/note-and-enqueue'
import type { EndedRun } from '../run/finish-run'
import { keepTrying } from '../run/keep-trying'
import type { RecordKey } from '../types'
import type { Decision } from './decide'
import { describeError } from './describe-error'

/** The decision about a noted change, and the change that it makes to the inbox entry. */
export interface Conclusion {
  readonly decision: Decision
  readonly inbox: InboxChange
}

/** Turns a decision into a change of the inbox entry. */
export function conclude(
  { clock, rules }: Pick<LeaseContext, 'clock' | 'rules'>,
  { generation, attempts }: InboxEntry,
  decision: Decision,
): Conclusion {
  // A record that is being edited waits a moment before its next run, so that many edits need few runs.
  const nextRun = clock.now() + rules.settleDelayMs
  switch (decision.do) {
    case 'settle':
      return { decision, inbox: { do: 'settle', generation, dueAt: nextRun } }
    case 'bury': {
      const error = describeError(decision.error)
      return { decision, inbox: { do: 'bury', generation, attempts: attempts + 1, dueAt: nextRun, error } }
    }
    case 'retry':
    case 'defer': {
      const used = decision.do === 'retry' ? attempts + 1 : attempts
      const error = describeError(decision.error)
      return { decision, inbox: { do: 'postpone', attempts: used, dueAt: clock.now() + decision.delayMs, error } }
    }
  }
}

/** When the queue has to call again for a record, after a run has ended. */
export function ringAfter(
  context: NotingContext & Pick<LeaseContext, 'rules'>,
  key: RecordKey,
  { plan: { decision }, inbox }: EndedRun<Conclusion>,
  revisitAt: number | undefined,
): ResultAsync<Handled, StoreUnavailable> {
  const onceMore: Handled = { status: 'again', delayMs: context.rules.settleDelayMs }
  if (inbox === 'newer' || inbox === 'lease_lost') return okAsync(onceMore)
  switch (decision.do) {
    case 'settle':
      return keepTrying(context, () => noteRevisit(context, key, revisitAt)).map(() => DONE)
    case 'bury':
      return okAsync(DONE)
    case 'retry':
    case 'defer':
      return okAsync<Handled>({ status: 'again', delayMs: decision.delayMs })
  }
}

/** The queue need not call again. */
export const DONE: Handled = { status: 'done' }
