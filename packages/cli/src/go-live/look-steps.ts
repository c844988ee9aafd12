import { err, ok, type Result } from 'neverthrow'
import { checkAll } from '../commands/check'
import { lookAtServers, probeAnswer } from '../commands/probe'
import { DONE } from '../exit-codes'
import type { Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import type { ProposalsShown } from '../probe/probe-text'
import { showProposals } from '../probe/show-proposals'
import type { StepEnd, Walk } from './walk'

export async function goCheck({ context, show }: Walk): Promise<Result<StepEnd, Failure>> {
  return (await checkAll(context)).map((answer) => {
    show(answer)
    const { exitCode, result } = answer
    const count = (wanted: string) => result.checks.filter(({ status }) => status === wanted).length
    return {
      isDone: exitCode === DONE,
      exitCode,
      found: [
        cliSaying('go_live_found_check', { ok: count('ok'), warning: count('warning'), failed: count('failed') }),
      ],
      todo: [cliSaying('go_live_mend_check')],
    }
  })
}

/** The probe, and its proposed rules if a person wants them. A difference that no rule answers ends nothing: the report says what follows. */
export async function goProbe(walk: Walk): Promise<Result<StepEnd, Failure>> {
  const { context, show } = walk
  const looked = await lookAtServers(context, {})
  if (looked.isErr()) return err(looked.error)
  const report = looked.value
  const proposed = await showProposals(context, report.proposals, false)
  if (proposed.isErr()) return err(proposed.error)
  const answer = probeAnswer(context, report, { proposals: proposed.value, bundle: undefined })
  show(answer)
  const found = [cliSaying('go_live_found_probe', { count: report.proposals.length })]
  const end = { exitCode: answer.exitCode, found, todo: [cliSaying('go_live_mend_probe')], isDone: false }
  if (!report.complete || report.failures.length > 0) return ok(end)
  const rules = await takeOver(walk, report.proposals, proposed.value)
  if (rules.isErr()) return err(rules.error)
  if (rules.value.is === 'none') return ok({ ...end, isDone: true })
  if (rules.value.is !== 'written') return ok({ ...end, todo: [cliSaying('go_live_mend_rules')] })
  const { file, kept } = rules.value
  return ok({ ...end, found: [...found, cliSaying('probing_written', { file, kept })], isDone: true })
}

async function takeOver(
  { context, consents }: Walk,
  proposals: Parameters<typeof showProposals>[1],
  shown: ProposalsShown,
): Promise<Result<ProposalsShown, Failure>> {
  if (shown.is !== 'proposed') return ok(shown)
  const isWanted = await consents(cliSaying('go_live_ask_write', { file: shown.file }))
  if (isWanted.isErr()) return err(isWanted.error)
  return isWanted.value ? showProposals(context, proposals, true) : ok(shown)
}
