import { Option } from 'commander'
import type { Config } from '@siagh-sync/service'
import { err, ok, type Result } from 'neverthrow'
import type { Answered } from '../answer'
import { canAsk } from '../ask-yes-or-no'
import type { CommandContext } from '../context'
import { misuse, type Failure } from '../failure'
import { readProgress } from '../go-live/progress-mark'
import { progressAnswer } from '../go-live/progress-text'
import { isInForce, isSettingStep, STEPS, type StepName } from '../go-live/steps'
import { moveBy, takeSteps } from '../go-live/take-steps'
import { createWalk } from '../go-live/walk'
import { cliSaying } from '../messages/cli-messages'
import { define } from './define'

interface Options {
  readonly step?: StepName
  readonly yes?: boolean
  readonly done?: boolean
  readonly back?: boolean
}

export const registerGoLive = define(
  {
    usage: 'go-live',
    summary: 'help_go_live',
    exit: 'help_go_live_exit',
    examples: [
      ['go-live', 'help_go_live_walk'],
      ['go-live --step held', 'help_go_live_step'],
      ['go-live --done', 'help_go_live_done'],
    ],
  },
  (command, say) =>
    command
      .addOption(new Option('--step <name>', say('opt_go_live_step')).choices(STEPS))
      .option('--yes', say('opt_go_live_yes'))
      .option('--done', say('opt_go_live_done'))
      .option('--back', say('opt_go_live_back')),
  async (context, options: Options) => {
    const { step, yes = false, done = false, back = false } = options
    if ([step !== undefined, done, back].filter(Boolean).length > 1 || (yes && (done || back)))
      return err(misuse(cliSaying('go_live_one_only')))
    const before = await readProgress(context)
    if (before.isErr()) return err(before.error)
    if (back) return answerOf(moveBy(context, before.value, -1))
    if (done) return sayDone(context, before.value)
    if (step !== undefined) return takeOne(context, before.value, step, yes)
    if (!yes && !canAsk(context)) return ok(progressAnswer(before.value, []))
    const place = { from: before.value, done: before.value, isOne: false }
    return answerOf(takeSteps(createWalk(context, yes), place))
  },
)

async function answerOf(taking: ReturnType<typeof takeSteps>): Answered {
  return (await taking).map(({ done, taken }) => progressAnswer(done, taken))
}

/** One step: the next one, or one that was done before. */
async function takeOne(context: CommandContext, done: number, step: StepName, isYes: boolean): Answered {
  const from = STEPS.indexOf(step)
  const next = STEPS[done]
  if (from > done && next !== undefined) return err(misuse(cliSaying('go_live_too_early', { step, next })))
  return answerOf(takeSteps(createWalk(context, isYes), { from, done, isOne: true }))
}

/** A person has done the next step otherwise. The configuration shows whether that can be. */
async function sayDone(context: CommandContext, done: number): Answered {
  const step = STEPS[done]
  const config = await context.loadConfig()
  if (config.isErr()) return err(config.error)
  const checked = step === undefined ? ok(undefined) : mayBeDone(step, config.value)
  return checked.isErr() ? err(checked.error) : answerOf(moveBy(context, done, 1))
}

function mayBeDone(step: StepName, config: Config): Result<void, Failure> {
  if (!isSettingStep(step) || isInForce(step, config)) return ok(undefined)
  const { mode, hold } = config
  const shownHold = typeof hold === 'string' ? hold : typeof hold === 'object' ? JSON.stringify(hold) : 'a function'
  return err(misuse(cliSaying('go_live_not_yet', { step, mode, hold: shownHold })))
}
