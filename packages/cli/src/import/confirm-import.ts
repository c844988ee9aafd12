import { err, ok, type Result } from 'neverthrow'
import { importContacts, type ImportReport } from '@siagh-sync/first-import'
import type { Sync } from '@siagh-sync/sync-core'
import { askYesOrNo, canAsk } from '../ask-yes-or-no'
import type { CommandContext } from '../context'
import { FAILED } from '../exit-codes'
import { misuse, stopped, type Failure } from '../failure'
import { follow } from '../commands/follow'
import { cliSaying } from '../messages/cli-messages'
import type { Decisions } from './decisions'

/** An import that writes has to be wanted: where nobody can be asked, `--yes` has to say so. */
export function demandConsent(context: CommandContext, { apply, yes }: Consent): Result<void, Failure> {
  return apply !== true || yes === true || canAsk(context) ? ok(undefined) : err(misuse(cliSaying('apply_needs_yes')))
}

/** What the command line says of writing. */
interface Consent {
  readonly apply?: boolean
  readonly yes?: boolean
}

/**
 * Says what an import is going to do, after a dry run of it, and asks whether it may. Nothing to write is no question. What is changed on
 * either side between the answer and the import is not asked about again.
 */
export async function confirmImport(
  context: CommandContext,
  sync: Sync,
  consent: Consent,
  decisions: Decisions,
): Promise<Result<void, Failure>> {
  if (consent.apply !== true || consent.yes === true) return ok(undefined)
  const planned = await plan(context, sync, decisions)
  context.progress.clear()
  if (planned.isErr()) return err(planned.error)
  if (planned.value === undefined) return err(stopped(context.interruption.exitCode(), cliSaying('nothing_written')))
  const { actions } = planned.value
  if (actions.created + actions.linked === 0) return ok(undefined)
  context.note(
    [context.speech.say('about_to_import', actions), context.speech.say('about_to_leave', actions)].join('\n'),
  )
  return ask(context)
}

/** `undefined`: it was stopped. */
async function plan(
  { interruption, progress, speech }: CommandContext,
  sync: Sync,
  decisions: Decisions,
): Promise<Result<ImportReport | undefined, Failure>> {
  let report: ImportReport | undefined
  const events = importContacts(sync, { dryRun: true, decisions, signal: interruption.signal })
  const followed = await follow(events, (event) => {
    if (event.kind === 'progress') progress.show(speech.say(`phase_${event.phase}`), event.progress)
    else if (event.kind === 'finished' && event.report.complete) report = event.report
  })
  return followed.map(() => report)
}

async function ask(context: CommandContext): Promise<Result<void, Failure>> {
  const answer = await askYesOrNo(context, context.speech.say('ask_go_on'), cliSaying('nothing_written'))
  return answer.andThen((isYes) => (isYes ? ok(undefined) : err(declined())))
}

function declined(): Failure {
  return stopped(FAILED, cliSaying('nothing_written'))
}
