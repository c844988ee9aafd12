import { writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { ProbeReport } from '@siagh-sync/probe'
import { err, ok, type Result } from 'neverthrow'
import type { Answer, Answered } from '../answer'
import type { CommandContext } from '../context'
import { DONE, DONE_WITH_FAILURES, FAILED, type ExitCode } from '../exit-codes'
import { cannotStart, misuse, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import { dataOf } from '../probe/probe-data'
import { probeText, type ProposalsShown } from '../probe/probe-text'
import { showProposals } from '../probe/show-proposals'
import { define, wholeNumber } from './define'
import { follow } from './follow'
import { readId } from './read-id'

interface Options {
  readonly write?: boolean
  readonly bundle?: string
  readonly sample?: number
  readonly document?: readonly string[]
  readonly writeTrial?: boolean
  readonly contact?: string
  readonly yes: number
  readonly record?: string
}

export const registerProbe = define(
  {
    usage: 'probe',
    summary: 'help_probe',
    exit: 'help_probe_exit',
    examples: [
      ['probe', 'help_probe_look'],
      ['probe --write', 'help_probe_write'],
      ['probe --bundle findings.json', 'help_probe_bundle'],
      ['probe --write-trial --contact ID --document ID', 'help_probe_trial'],
    ],
    notes: 'help_probe_notes',
  },
  (command, say) =>
    command
      .option('--write', say('opt_probe_write'))
      .option('--bundle <file>', say('opt_probe_bundle'))
      .option('--record <folder>', say('opt_record'))
      .option('--sample <number>', say('opt_probe_sample'), wholeNumber)
      .option('--document <id>', say('opt_probe_document'), (id: string, ids: readonly string[] | undefined) => [
        ...(ids ?? []),
        id,
      ])
      .option('--write-trial', say('opt_probe_trial'))
      .option('--contact <id>', say('opt_probe_contact'))
      .option('--yes', say('opt_probe_yes'), (_given: unknown, times: number) => times + 1, 0),
  async (context, options: Options) => {
    const wrong = faultOf(options)
    if (wrong) return err(misuse(wrong))
    if (options.writeTrial === true) return tryOut(context, options)
    const report = await lookAtServers(context, options)
    if (report.isErr()) return err(report.error)
    const bundled = await writeBundle(context, report.value, options.bundle)
    if (bundled.isErr()) return err(bundled.error)
    const proposals = await showProposals(
      context,
      report.value.proposals,
      options.write === true && report.value.complete,
    )
    if (proposals.isErr()) return err(proposals.error)
    return ok(probeAnswer(context, report.value, { proposals: proposals.value, bundle: options.bundle }))
  },
)

/** Options that do not go together: a look writes nothing, and a trial looks at nothing else. */
function faultOf({ writeTrial = false, contact, document = [], yes, write, bundle, sample, record }: Options) {
  if (!writeTrial) return contact !== undefined || yes > 0 ? cliSaying('trial_only_with') : undefined
  if (write === true || bundle !== undefined || sample !== undefined || record !== undefined)
    return cliSaying('trial_excludes')
  const isNamed = contact !== undefined || document.length === 1
  return isNamed && document.length <= 1 ? undefined : cliSaying('trial_needs_records')
}

async function tryOut(context: CommandContext, { contact, document: [document] = [], yes }: Options): Answered {
  const { writeTrial } = await import('../probe/write-trial')
  const ids: { contact?: string; document?: string } = {}
  for (const [name, given] of [
    ['contact', contact],
    ['document', document],
  ] as const) {
    if (given === undefined) continue
    const id = readId(given)
    if (id.isErr()) return err(id.error)
    ids[name] = id.value
  }
  return writeTrial(context, ids, yes)
}

/** Asks both servers all that a probe asks. Nothing is written. */
export async function lookAtServers(
  context: CommandContext,
  options: Pick<Options, 'record' | 'sample' | 'document'>,
): Promise<Result<ProbeReport, Failure>> {
  const config = await context.loadConfig()
  if (config.isErr()) return err(config.error)
  const { openProbe } = await import('../probe/open-probe')
  const { probe } = await import('@siagh-sync/probe')
  const opened = await openProbe(context, config.value, options.record)
  if (opened.isErr()) return err(opened.error)
  const { servers, recorder } = opened.value
  if (recorder) context.note(context.speech.tell(recorder.saying))
  const { sample, document: documents } = options
  const { signal } = context.interruption
  let report: ProbeReport | undefined
  const events = probe(servers, { signal, ...(sample !== undefined && { sample }), ...(documents && { documents }) })
  const followed = await follow(events, (event) => {
    if (event.kind === 'progress') context.progress.show(context.speech.say(`phase_${event.phase}`), event.progress)
    else if (event.kind === 'finished') report = event.report
  })
  context.progress.clear()
  await recorder?.idle()
  if (followed.isErr()) return err(followed.error)
  return report ? ok(report) : err(cannotStart(cliSaying('no_answer')))
}

async function writeBundle(
  { io }: CommandContext,
  report: ProbeReport,
  file: string | undefined,
): Promise<Result<void, Failure>> {
  if (file === undefined) return ok(undefined)
  const { bundleOf } = await import('@siagh-sync/probe')
  try {
    await writeFile(resolve(io.cwd, file), `${JSON.stringify(bundleOf(report), null, 2)}\n`, { flag: 'wx' })
    return ok(undefined)
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'EEXIST') return err(misuse(cliSaying('probing_file_is_there', { file: basename(file) })))
    const reason = error instanceof Error ? error.message : String(error)
    return err(cannotStart(cliSaying('file_unwritable', { file, reason })))
  }
}

/** What a probe has found, with what became of the proposed rules. */
export function probeAnswer(
  context: CommandContext,
  report: ProbeReport,
  shown: { readonly proposals: ProposalsShown; readonly bundle: string | undefined },
): Answer {
  return {
    exitCode: report.complete ? exitCodeOf(report) : stoppedBy(context),
    result: { ...dataOf(report), rules: shown.proposals },
    text: (style) => probeText(report, shown, style),
  }
}

function stoppedBy({ interruption, note, speech }: CommandContext): ExitCode {
  note(speech.say('probing_stopped'))
  return interruption.exitCode()
}

function exitCodeOf({ failures, findings, proposals }: ProbeReport): ExitCode {
  if (failures.length > 0) return FAILED
  return proposals.length > 0 || findings.some(({ verdict }) => verdict === 'differs') ? DONE_WITH_FAILURES : DONE
}
