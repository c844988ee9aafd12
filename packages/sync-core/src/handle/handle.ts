import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { SyncError } from '../errors'
import { parseKey } from '../key'
import type { Handled } from '../ports/queue'
import { contain } from '../run/contain'
import { findFault } from '../run/find-fault'
import { finishRun } from '../run/finish-run'
import { startRun, type DoneRun } from '../run/start-run'
import { withRecord, type HeldRecord } from '../run/with-record'
import { conclude, DONE, ringAfter } from './conclude'
import { decide } from './decide'
import { findingsOf } from './findings'
import { logRun } from './log-run'
import { recordUnreadable } from './record-unreadable'
import type { Findings } from './outage'
import { syncRecord } from './sync-record'

/** Answers one ring of the bell: handles what is noted about the record, if it is due and nobody else has it. Never rejects. */
export async function handle(context: RunContext, text: string): Promise<Handled> {
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
    withRecord(context, key, (held) => handleNoted(context, held, (found) => (findings = found))),
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
  context: RunContext,
  held: HeldRecord,
  report: (findings: Findings) => void,
): ResultAsync<Handled, SyncError> {
  const { key, entry } = held
  return safeTry(async function* () {
    if (entry?.state !== 'pending') return ok(DONE)
    const waitMs = entry.dueAt - context.clock.now()
    if (waitMs > 0 && waitMs <= LONGEST_WAIT_MS) return ok<Handled>({ status: 'again', delayMs: waitMs })

    const attempt = entry.attempts + 1
    const occasion = { trigger: entry.trigger, attempt, notedAt: entry.notedAt }
    const done = yield* startRun(context, held, occasion, (run) => syncRecord(run, entry))
    // What the run has to record must not be left undone because of a count: the next run tries again.
    await recordUnreadable(context, held.hold.lease).unwrapOr(undefined)
    const fault = await findFault(context, done.result.isErr() ? done.result.error : undefined)
    report(findingsOf(done, fault))

    const planOf = (result: DoneRun['result']) =>
      conclude(context, entry, decide(result, attempt, fault, context.rules, context.random))
    const ended = await finishRun(context, held, done, planOf)
    const result = ended.isOk() ? ended.value.result : err(ended.error)
    const { decision } = ended.isOk() ? ended.value.plan : planOf(result)
    logRun(context.logger, key, attempt, result, decision)
    return ended.asyncAndThen((end) => ringAfter(context, key, end, done.revisitAt))
  })
}

/** The record could not even be looked at: it stays as it is in the store, and the bell rings again. */
function ringAgain({ rules, random, company, logger }: RunContext, key: string, error: SyncError): Handled {
  const decision = decide(err(error), 1, 'outage', rules, random)
  if (decision.do !== 'defer') logger.error({ company, key, error: error.kind }, 'a change could not be handled')
  return { status: 'again', delayMs: 'delayMs' in decision ? decision.delayMs : rules.sweepEveryMs }
}
