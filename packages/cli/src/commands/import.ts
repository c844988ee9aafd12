import { importContacts, type ImportReport } from '@siagh-sync/first-import'
import { resolve } from 'node:path'
import { err, ok, type Result } from 'neverthrow'
import type { UnreadableIdentity } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { withSync, type CommandContext } from '../context'
import { DONE, DONE_WITH_FAILURES, FAILED } from '../exit-codes'
import { misuse, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import type { Decisions } from '../import/decisions'
import { confirmImport, demandConsent } from '../import/confirm-import'
import { importText } from '../import/import-text'
import type { ReportFile } from '../import/report-file'
import { reasonInEnglish } from '../import/reason-of'
import { firstRows, type FirstRows } from '../import/rows'
import type { Opened } from '@siagh-sync/service'
import type { Style } from '../output/style'
import { define, limitOption, wholeNumber } from './define'
import { endOf, follow } from './follow'

interface Options {
  readonly apply?: boolean
  readonly yes?: boolean
  readonly decisions?: string
  readonly report?: string
  readonly force?: boolean
  readonly limit: number
  /** Whether the end says which command comes next. Default: yes. */
  readonly hints?: boolean
  readonly concurrency?: number
}

export const registerImport = define(
  {
    usage: 'import',
    summary: 'help_import',
    examples: [
      ['import', 'help_import_dry'],
      ['import --report contacts.csv', 'help_import_report'],
      ['import --apply --decisions contacts.csv', 'help_import_apply'],
    ],
    notes: 'help_import_notes',
  },
  (command, say) =>
    command
      .option('--apply', say('opt_import_apply'))
      .option('--yes', say('opt_import_yes'))
      .option('--decisions <file>', say('opt_import_decisions'))
      .option('--report <file>', say('opt_import_report'))
      .option('--force', say('opt_import_force'))
      .addOption(limitOption(say, 10).default(10, say('opt_import_limit')))
      .option('--concurrency <number>', say('opt_import_concurrency'), wholeNumber),
  (context, options: Options) => importAll(context, options),
)

/** What an import came to. */
export type Imported = Promise<Result<ReturnType<typeof answerOf>, Failure>>

/** Brings Siagh's contacts into the CRM, or says what that would do. */
export async function importAll(context: CommandContext, options: Options): Imported {
  const consent = demandConsent(context, options)
  if (consent.isErr()) return err(consent.error)
  const decisions = await decisionsOf(context, options)
  if (decisions.isErr()) return err(decisions.error)
  return withSync(context, (opened) => runImport(context, opened, options, decisions.value))
}

async function decisionsOf({ io }: CommandContext, options: Options): Promise<Result<Decisions, Failure>> {
  const { decisions, report } = options
  if (decisions === undefined) return ok(new Map())
  if (report !== undefined && resolve(io.cwd, report) === resolve(io.cwd, decisions)) {
    return err(misuse(cliSaying('report_is_decisions')))
  }
  const { readDecisions } = await import('../import/decisions')
  return readDecisions(resolve(io.cwd, decisions), decisions)
}

async function runImport(
  context: CommandContext,
  { sync, config }: Opened,
  options: Options,
  decisions: Decisions,
): Imported {
  if (options.apply === true && config.hold !== 'none') context.note(context.speech.say('import_is_not_held'))
  const confirmed = await confirmImport(context, sync, options, decisions)
  if (confirmed.isErr()) return err(confirmed.error)
  const file = await reportFileOf(context, options, decisions)
  if (file.isErr()) return err(file.error)
  const rows = firstRows(options.limit)
  const unreadable: UnreadableIdentity[] = []
  const unseen = new Set(decisions.keys())
  let report: ImportReport | undefined
  const events = importContacts(sync, {
    dryRun: options.apply !== true,
    decisions,
    signal: context.interruption.signal,
    ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
  })
  const followed = await follow(events, async (event) => {
    if (event.kind === 'progress') context.progress.show(context.speech.say(`phase_${event.phase}`), event.progress)
    else if (event.kind === 'finished') report = event.report
    else if (event.kind === 'unreadable') {
      if (unreadable.length < options.limit) unreadable.push(event.identity)
      await file.value?.addUnreadable(event.identity)
    } else {
      rows.add(event.contact)
      unseen.delete(event.contact.code)
      await file.value?.add(event.contact)
    }
  })
  const written = await endReport(context, file.value, options, report?.complete === true)
  if (followed.isErr()) return err(followed.error)
  if (report?.complete && unseen.size > 0) {
    context.note(context.speech.say('no_such_contacts', { codes: [...unseen].slice(0, 10).join(', ') }))
  }
  return ok(answerOf(context, report, { rows, unreadable }, options, written))
}

/** Closes the report and says on stderr what a person would not expect of it. */
async function endReport(
  { note, speech }: CommandContext,
  file: ReportFile | undefined,
  { report: name = '' }: Options,
  complete: boolean,
): Promise<Written> {
  const closed = await file?.close()
  if (closed === undefined) return 'untouched'
  if (closed.isErr()) {
    note(speech.say('report_broken', { reason: closed.error.said.message }))
    return 'broken'
  }
  const written = closed.value
  if (written === 'written' && !complete) note(speech.say('report_holds_so_far', { file: name }))
  return written
}

/** What became of the report. */
type Written = 'written' | 'untouched' | 'broken'

async function reportFileOf(
  { io, speech }: CommandContext,
  { report, force = false }: Options,
  decisions: Decisions,
): Promise<Result<ReportFile | undefined, Failure>> {
  if (report === undefined) return ok(undefined)
  const { createReportFile } = await import('../import/report-file')
  return createReportFile(resolve(io.cwd, report), report, { replace: force, decisions, speech })
}

/** What is shown beside the counts. */
interface FirstOfEach {
  readonly rows: FirstRows
  readonly unreadable: readonly UnreadableIdentity[]
}

function answerOf(
  context: CommandContext,
  report: ImportReport | undefined,
  { rows, unreadable }: FirstOfEach,
  { limit, report: reportFile, hints = true }: Options,
  written: Written,
) {
  const wantsPerson = report !== undefined && report.actions.failed + report.actions.undecided + report.unreadable > 0
  const complete = report?.complete === true
  const end = written === 'broken' ? FAILED : wantsPerson ? DONE_WITH_FAILURES : DONE
  const exitCode = endOf(context, complete, end)
  const isWritten = reportFile !== undefined && written === 'written'
  const actions = ['undecided', 'failed', 'skipped', 'linked', 'created'] as const
  return {
    exitCode,
    result: {
      ...report,
      ...(isWritten && { reportFile }),
      rows: actions.flatMap((action) => rows.of(action)),
      suspicious: rows.suspicious(),
      unreadableIdentities: unreadable.map(({ error, ...identity }) => ({
        ...identity,
        reason: reasonInEnglish(error),
      })),
    },
    text: (style: Style) =>
      [
        report ? importText(report, { rows, unreadable, limit, hints }, style) : '',
        ...(isWritten && complete ? [style.speech.say('every_row_is_in', { file: reportFile })] : []),
      ].join('\n'),
  } satisfies Answer
}
