import type { Config } from '@siagh-sync/service'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import { listHeld } from '../commands/held'
import { shadowReport } from '../commands/shadow'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import type { Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import { changeSetting } from './change-setting'
import { seeService, type RunningService } from './running-service'
import { isInForce, type SettingStep } from './steps'
import type { StepEnd, Walk } from './walk'

const LIMIT = 1_000

/** Sets `mode` and `hold`, sees that the service runs so, and shows what it has come to. */
export async function goSetting(step: SettingStep, walk: Walk): Promise<Result<StepEnd, Failure>> {
  const config = await walk.context.loadConfig()
  if (config.isErr()) return err(config.error)
  if (isInForce(step, config.value)) return goOn(step, walk, config.value)
  const changed = await changeSetting(walk, step, config.value)
  if (changed.isErr()) return err(changed.error)
  const { written, byHand } = changed.value
  if (written === undefined) return ok(notYet([], byHand))
  const running = await seeService(config.value)
  return ok(notYet([written], [restart(running), cliSaying('go_live_after_restart')]))
}

const notYet = (found: readonly Saying[], todo: readonly Saying[]): StepEnd => ({
  isDone: false,
  exitCode: DONE_WITH_FAILURES,
  found,
  todo,
})

function restart({ is, url }: RunningService): Saying {
  return is === 'unseen' ? cliSaying('go_live_start', { url }) : cliSaying('go_live_restart', { url })
}

async function goOn(step: SettingStep, walk: Walk, config: Config): Promise<Result<StepEnd, Failure>> {
  const running = await seeService(config)
  const { is, url } = running
  if (is === 'other') {
    const { mode, hold } = running
    return ok(notYet([cliSaying('go_live_runs_otherwise', { url, mode, hold })], [restart(running)]))
  }
  if (is === 'unseen') {
    const runs = await walk.consents(cliSaying('go_live_ask_runs', { url }))
    if (runs.isErr()) return err(runs.error)
    if (!runs.value) return ok(notYet([cliSaying('go_live_unseen', { url })], [restart(running)]))
  }
  const seen = is === 'same' ? cliSaying('go_live_runs_so', { url }) : cliSaying('go_live_unseen', { url })
  return review(step, walk, seen)
}

/** What a person looks at before the next step. */
async function review(step: SettingStep, walk: Walk, seen: Saying): Promise<Result<StepEnd, Failure>> {
  if (step === 'live') return ok({ isDone: true, exitCode: DONE, found: [seen], todo: [] })
  const found = step === 'shadow' ? await reviewShadow(walk) : await reviewHeld(walk)
  if (found.isErr()) return err(found.error)
  const end = notYet([seen, found.value], [cliSaying(`go_live_wait_${step}`)])
  return (await walk.isContent(cliSaying(`go_live_ask_after_${step}`))).map((isDone) => ({ ...end, isDone }))
}

async function reviewShadow({ context, show }: Walk): Promise<Result<Saying, Failure>> {
  return (await shadowReport(context, LIMIT)).map((answer) => {
    const { contacts, documents } = answer.result
    if (contacts.length + documents.length > 0) show(answer)
    return cliSaying('go_live_found_shadow', { contacts: contacts.length, documents: documents.length })
  })
}

async function reviewHeld({ context, show }: Walk): Promise<Result<Saying, Failure>> {
  return (await listHeld(context, { limit: LIMIT })).map((answer) => {
    const { held } = answer.result
    if (held.length > 0) show(answer)
    return cliSaying('go_live_found_held', { count: held.length })
  })
}
