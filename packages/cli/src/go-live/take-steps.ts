import { err, ok, type Result } from 'neverthrow'
import { canAsk } from '../ask-yes-or-no'
import type { CommandContext } from '../context'
import { stopped, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import { styleOf } from '../output/style'
import { goBackup, goImport, goImportDry } from './import-steps'
import { goCheck, goProbe } from './look-steps'
import { writeProgress } from './progress-mark'
import { stepText, type StepTaken } from './progress-text'
import { goSetting } from './setting-steps'
import { isSettingStep, STEPS, type StepName } from './steps'
import type { StepEnd, Walk } from './walk'

/** How far it is, and what was taken on the way. */
export interface Taken {
  readonly done: number
  readonly taken: readonly StepTaken[]
}

/** Takes one step after the other from step number `from` on, until one is not done or a person says no. `done`: how many were done before. */
export async function takeSteps(
  walk: Walk,
  { from, done, isOne }: { readonly from: number; readonly done: number; readonly isOne: boolean },
): Promise<Result<Taken, Failure>> {
  const taken: StepTaken[] = []
  let now = done
  for (const [at, step] of STEPS.entries()) {
    if (at < from) continue
    const isWanted = await introduce(walk, step, at)
    if (isWanted.isErr()) return err(isWanted.error)
    if (!isWanted.value) break
    const end = await takeStep(walk, step)
    const isDone = end.isOk() && end.value.isDone
    // The next `go-live` begins with a step that is not done. A step that changes the configuration takes back those behind it.
    const reached = isDone ? (isSettingStep(step) ? at + 1 : Math.max(now, at + 1)) : Math.min(now, at)
    const written = reached === now ? ok(undefined) : await writeProgress(walk.context, reached)
    now = reached
    if (end.isErr()) return err(end.error)
    if (written.isErr()) return err(written.error)
    const each = { step, ...end.value }
    taken.push(each)
    walk.show({ exitCode: end.value.exitCode, result: undefined, text: (style) => stepText(each, style) })
    if (!isDone || isOne) break
  }
  return ok({ done: now, taken })
}

/** Says what the step does, and asks. An import asks by itself. */
async function introduce(walk: Walk, step: StepName, at: number): Promise<Result<boolean, Failure>> {
  const { context, isYes, tell } = walk
  const { colors } = styleOf(context.io.stderr, context.io.env, context.speech)
  const head = context.speech.say('go_live_step_of', { number: at + 1, count: STEPS.length, step })
  if (context.options.json !== true) context.note(`\n${colors.bold(head)}`)
  tell(cliSaying(`go_live_about_${step}`))
  if (isYes || step === 'import' || !canAsk(context)) return ok(true)
  return walk.consents(cliSaying('go_live_ask_step'))
}

async function takeStep(walk: Walk, step: StepName): Promise<Result<StepEnd, Failure>> {
  const end = await endOf(walk, step)
  const { signal } = walk.context.interruption
  if (end.isErr() || !signal.aborted) return end
  return err(stopped(walk.context.interruption.exitCode(), cliSaying('go_live_left')))
}

function endOf(walk: Walk, step: StepName): Promise<Result<StepEnd, Failure>> {
  switch (step) {
    case 'check':
      return goCheck(walk)
    case 'probe':
      return goProbe(walk)
    case 'backup':
      return goBackup(walk)
    case 'import-dry':
      return goImportDry(walk)
    case 'import':
      return goImport(walk)
    case 'shadow':
    case 'held':
    case 'live':
      return goSetting(step, walk)
  }
}

/** How far a person says it is. */
export async function moveBy(context: CommandContext, done: number, by: -1 | 1): Promise<Result<Taken, Failure>> {
  const now = Math.max(0, Math.min(STEPS.length, done + by))
  const written = now === done ? ok(undefined) : await writeProgress(context, now)
  return written.map(() => ({ done: now, taken: [] }))
}
