import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { RunContext, SyncContext } from '../context'
import type { SyncError } from '../errors'
import { parseKey } from '../key'
import type { InboxEntry } from '../ports/inbox'
import type { Handled } from '../ports/queue'
import { contain } from '../run/contain'
import { findFault } from '../run/find-fault'
import { finishRun } from '../run/finish-run'
import type { DoneRun } from '../run/run'
import { startRun } from '../run/start-run'
import { withRecord, type HeldRecord } from '../run/with-record'
import { noteDocumentsOf } from '../held/note-held-again'
import { conclude, DONE, ringAfter } from './conclude'
import { decide } from './decide'
import { findingsOf } from './findings'
import { logRun } from './log-run'
import { recordUnreadable } from './record-unreadable'
import type { Findings } from './outage'
import { syncRecord } from './sync-record'

/** What is needed to handle what the queue calls for. */
export type HandleContext = RunContext & Pick<SyncContext, 'random' | 'outage' | 'shadow'>

/**
 * Handles one call of the queue: handles the noted change of the record, if it is due and no other worker has the
 * record. `text` is the key. Never rejects.
 */
export async function handle(context: HandleContext, text: string): Promise<Handled> {
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
    context.shadow
      .confirm()
      .andThen(() => withRecord(context, key, (held) => handleNoted(context, held, (found) => (findings = found)))),
  )
  pass.done(findings)
  return handled.match(
    (next) => next,
    (error) => ringAgain(context, text, error),
  )
}

// If a change seems to be due later than this, the clock was set back after the change was planned.
const LONGEST_WAIT_MS = 86_400_000

function handleNoted(
  context: RunContext & Pick<SyncContext, 'random'>,
  held: HeldRecord,
  report: (findings: Findings) => void,
): ResultAsync<Handled, SyncError> {
  const { key, entry } = held
  return safeTry(async function* () {
    if (entry?.state !== 'pending') return ok(DONE)
    const waitMs = entry.dueAt - context.clock.now()
    if (waitMs > 0 && waitMs <= LONGEST_WAIT_MS) return ok<Handled>({ status: 'again', delayMs: waitMs })

    const attempt = entry.attempts + 1
    const occasion = { trigger: entry.trigger, attempt, notedAt: requestedAt(entry) }
    const done = yield* startRun(context, held, occasion, (run) => syncRecord(run, entry))
    // A failure to store this count must not stop the end of the run. The next run tries to store the count again.
    await recordUnreadable(context, held.hold.lease).unwrapOr(undefined)
    const fault = await findFault(context, done.result.isErr() ? done.result.error : undefined)
    report(findingsOf(done, fault))

    const planOf = (result: DoneRun['result']) =>
      conclude(context, entry, decide(result, attempt, fault, context.rules, context.random))
    const ended = await finishRun(context, held, done, planOf)
    const result = ended.isOk() ? ended.value.result : err(ended.error)
    const { decision } = ended.isOk() ? ended.value.plan : planOf(result)
    logRun(context.logger, key, attempt, result, decision)
    const isOver = decision.do === 'bury' || (decision.do === 'settle' && result.isOk())
    if (isOver && (context.hold !== 'none' || held.heldChange)) await noteDocumentsOf(context, key)
    return ended.asyncAndThen((end) => ringAfter(context, key, end, done.revisitAt))
  })
}

/**
 * When the run was requested. An operator who retries a record has mended something just before. A contact list from
 * before that moment would show the old state.
 */
function requestedAt({ trigger, notedAt, latestAt }: InboxEntry): number {
  return trigger === 'operator' ? latestAt : notedAt
}

/** The run could not begin. The record stays in the store as it is, and the queue calls again. */
function ringAgain(
  { rules, random, company, logger }: Pick<SyncContext, 'rules' | 'random' | 'company' | 'logger'>,
  key: string,
  error: SyncError,
): Handled {
  const decision = decide(err(error), 1, 'outage', rules, random)
  if (decision.do !== 'defer') logger.error({ company, key, error: error.kind }, 'a change could not be handled')
  return { status: 'again', delayMs: 'delayMs' in decision ? decision.delayMs : rules.sweepEveryMs }
}
