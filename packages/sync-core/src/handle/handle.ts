import { err, ok, ResultAsync, safeTry } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { parseKey } from '../key'
import type { Handled } from '../ports/queue'
import { contain } from '../run/contain'
import { keepTrying } from '../run/keep-trying'
import { findFault } from '../run/find-fault'
import type { Hold } from '../run/hold'
import { startRun } from '../run/start-run'
import { withLease } from '../run/with-lease'
import { conclude, DONE } from './conclude'
import { decide } from './decide'
import { findingsOf } from './findings'
import { logRun } from './log-run'
import { recordUnreadable } from './record-unreadable'
import type { Findings } from './outage'
import { syncRecord } from './sync-record'

/** Answers one ring of the bell: handles what is noted about the record, if it is due and nobody else has it. Never rejects. */
export async function handle(context: SyncContext, text: string): Promise<Handled> {
  const ref = parseKey(text)
  if (ref.isErr()) {
    context.logger.error({}, 'the queue rang for something that is not the key of a record')
    return DONE
  }
  const pass = context.outage.pass()
  if ('waitMs' in pass) return { status: 'again', delayMs: pass.waitMs }

  let findings: Findings = { answered: [] }
  const key = { company: context.company, ...ref.value }
  const handled = await contain(() =>
    withLease(context, key, (hold) => handleNoted(context, hold, (found) => (findings = found))),
  )
  pass.done(findings)
  return handled.match(
    (next) => next,
    (error) => ringAgain(context, text, error),
  )
}

// A change that seems to be due later than this was planned by a clock that has been set back since.
const LONGEST_WAIT_MS = 86_400_000

function handleNoted(
  context: SyncContext,
  hold: Hold,
  report: (findings: Findings) => void,
): ResultAsync<Handled, SyncError> {
  const { lease } = hold
  return safeTry(async function* () {
    const entry = yield* context.store.inbox.read(lease.key)
    if (entry?.state !== 'pending') return ok(DONE)
    const waitMs = entry.dueAt - context.clock.now()
    if (waitMs > 0 && waitMs <= LONGEST_WAIT_MS) return ok<Handled>({ status: 'again', delayMs: waitMs })

    const attempt = entry.attempts + 1
    const occasion = { trigger: entry.trigger, attempt, notedAt: entry.notedAt }
    const finished = yield* startRun(context, hold, occasion, (run) => syncRecord(run, entry))
    const fault = await findFault(context, finished.result.isErr() ? finished.result.error : undefined)
    report(findingsOf(finished, fault))

    const decision = decide(finished.result, attempt, fault, context.rules, context.random)
    logRun(context.logger, lease.key, attempt, finished, decision)
    // At once, so that a store can write both together: a commit that waits for the disk is what a run costs most.
    const [, next] = yield* ResultAsync.combine([
      keepTrying(context, () => context.store.journal.append(finished.entry)),
      conclude(context, lease, entry, decision, finished.revisitAt),
    ])
    // Last, so that a store that fails here takes nothing of the run with it.
    yield* recordUnreadable(context, lease)
    return ok(next)
  })
}

/** The record could not even be looked at: it stays as it is in the store, and the bell rings again. */
function ringAgain({ rules, random, company, logger }: SyncContext, key: string, error: SyncError): Handled {
  const decision = decide(err(error), 1, 'outage', rules, random)
  if (decision.do !== 'defer') logger.error({ company, key, error: error.kind }, 'a change could not be handled')
  return { status: 'again', delayMs: 'delayMs' in decision ? decision.delayMs : rules.sweepEveryMs }
}
