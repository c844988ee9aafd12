import { okAsync, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { Handled } from '../ports/queue'
import type { InboxEntry, Lease } from '../ports/store'
import type { Decision } from './decide'
import { noteRevisit } from '../receive/note-and-ring'
import { keepTrying } from '../run/keep-trying'
import { describeError } from './describe-error'

/** Writes down what was decided about a noted change, and says when the bell has to ring again. */
export function conclude(
  context: SyncContext,
  lease: Lease,
  entry: InboxEntry,
  decision: Decision,
  revisitAt: number | undefined,
): ResultAsync<Handled, SyncError> {
  const { store, clock, rules } = context
  // The next run of a record that is being edited waits a moment, so that many edits cost few runs.
  const nextRun = clock.now() + rules.settleDelayMs
  const onceMore: Handled = { status: 'again', delayMs: rules.settleDelayMs }

  switch (decision.do) {
    case 'settle':
      return store.inbox
        .settle(lease, entry.generation, nextRun)
        .andThen((end) =>
          end === 'settled'
            ? keepTrying(context, () => noteRevisit(context, lease.key, revisitAt)).map(() => DONE)
            : okAsync(onceMore),
        )
    case 'bury': {
      const failure = { attempts: entry.attempts + 1, dueAt: nextRun, error: describeError(decision.error) }
      return store.inbox.bury(lease, entry.generation, failure).map((end) => (end === 'buried' ? DONE : onceMore))
    }
    case 'retry':
    case 'defer': {
      const attempts = decision.do === 'retry' ? entry.attempts + 1 : entry.attempts
      const attempt = { attempts, dueAt: clock.now() + decision.delayMs, error: describeError(decision.error) }
      return store.inbox
        .postpone(lease, attempt)
        .andThen(() => okAsync<Handled>({ status: 'again', delayMs: decision.delayMs }))
    }
  }
}

/** The bell need not ring again. */
export const DONE: Handled = { status: 'done' }
