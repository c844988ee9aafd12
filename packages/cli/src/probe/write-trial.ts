import type { TrialPlan, TrialRecords, TrialReport } from '@siagh-sync/probe'
import { err, ok, type Result } from 'neverthrow'
import type { Answered } from '../answer'
import { askYesOrNo, canAsk } from '../ask-yes-or-no'
import { withSync, type CommandContext } from '../context'
import { DONE, DONE_WITH_FAILURES, FAILED } from '../exit-codes'
import { failureOf, misuse, stopped, type Failure } from '../failure'
import { cliSaying, inEnglish } from '../messages/cli-messages'
import { styleOf } from '../output/style'
import { planText, trialText } from './trial-text'
import { saidBy } from '@siagh-sync/sync-core/messages'

const TIMES_ASKED = 2

/** Brings one contact and one document into Siagh, after a person has said yes twice. `yes`: how often they have on the command line. */
export async function writeTrial(context: CommandContext, records: TrialRecords, yes: number): Answered {
  const { io } = context
  const isAsked = yes < TIMES_ASKED
  if (isAsked && !canAsk(context)) return err(misuse(cliSaying('trial_yes_twice')))
  const { planTrial, runTrial } = await import('@siagh-sync/probe')
  return withSync(context, async ({ sync }) => {
    const plan = await planTrial(sync, records)
    if (plan.isErr()) return err(failureOf(plan.error))
    context.note(planText(plan.value, styleOf(io.stderr, io.env, context.speech)))
    const consent = isAsked ? await askTwice(context) : ok(undefined)
    if (consent.isErr()) return err(consent.error)
    // The consent is for exactly what was shown.
    const now = await planTrial(sync, records)
    if (now.isErr()) return err(failureOf(now.error))
    if (JSON.stringify(now.value) !== JSON.stringify(plan.value))
      return err(stopped(FAILED, cliSaying('trial_changed')))
    const done = await runTrial(sync, plan.value)
    if (done.isErr()) return err(failureOf(done.error))
    const { failure } = done.value
    return ok({
      exitCode: failure ? FAILED : isAsSent(done.value) ? DONE : DONE_WITH_FAILURES,
      result: dataOf(plan.value, done.value),
      text: (style) => trialText(plan.value, done.value, style),
    })
  })
}

async function askTwice(context: CommandContext): Promise<Result<void, Failure>> {
  for (const question of ['trial_ask_first', 'trial_ask_again'] as const) {
    const answer = await askYesOrNo(context, context.speech.say(question), cliSaying('nothing_written'))
    if (answer.isErr()) return err(answer.error)
    if (!answer.value) return err(stopped(FAILED, cliSaying('nothing_written')))
  }
  return ok(undefined)
}

/** Whether all that can be read back is as it was sent. */
function isAsSent({ contact }: TrialReport): boolean {
  if (!contact?.outcome.siagh) return true
  const { readBack } = contact
  return readBack?.accountParty !== undefined && readBack.fields.every(({ wanted, held }) => wanted === held)
}

function dataOf(plan: TrialPlan, { failure, ...done }: TrialReport) {
  if (!failure) return { sent: plan, ...done }
  const { message } = saidBy(failure)
  return { sent: plan, ...done, failure: { kind: failure.kind, code: message.code, message: inEnglish(message) } }
}
