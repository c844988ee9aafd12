import { HIDDEN_QUESTIONS, type Finding, type ProbeReport } from '@siagh-sync/probe'
import { saidBy } from '@siagh-sync/sync-core/messages'
import { cliSaying } from '../messages/cli-messages'
import type { Style } from '../output/style'
import { wrap } from '../output/wrap'
import { findingsText } from './findings-text'
import { occurrencesText } from './occurrences-text'

/** What became of the proposed rules. */
export type ProposalsShown =
  | { readonly is: 'none' }
  /** `file` can be changed by `--write`. */
  | { readonly is: 'proposed'; readonly file: string; readonly diff: readonly string[] }
  | { readonly is: 'written'; readonly file: string; readonly kept: string; readonly diff: readonly string[] }
  /** A person has to put `lines` into the file. */
  | { readonly is: 'by-hand'; readonly file: string | undefined; readonly lines: readonly string[] }

/** The findings of a probe for a person. */
export function probeText(
  report: ProbeReport,
  { proposals, bundle }: { readonly proposals: ProposalsShown; readonly bundle: string | undefined },
  style: Style,
): string {
  const { speech } = style
  const isHidden = ({ question }: Finding) => HIDDEN_QUESTIONS.some((hidden) => hidden === question)
  const shown = report.findings.filter((each) => !isHidden(each))
  const of = (system: Finding['system']) => shown.filter((each) => each.system === system)
  const sections = [
    ...report.failures.map(({ system, error }) =>
      paragraph(
        style,
        speech.tell(
          cliSaying('probing_server_away', { system: cliSaying(`system_${system}`), reason: saidBy(error).message }),
        ),
      ),
    ),
    ...(of('crm').length > 0 ? [findingsText(speech.say('probing_crm'), of('crm'), style)] : []),
    ...(of('siagh').length > 0 ? [findingsText(speech.say('probing_siagh'), of('siagh'), style)] : []),
    findingsText(speech.say('probing_hidden'), report.findings.filter(isHidden), style),
    occurrencesText(report, style),
    questionsText(report, style),
    ...(report.failures.length > 1 ? [] : [proposalsText(report, proposals, style)]),
    sumText(report, bundle, style),
  ]
  return sections.filter((section) => section !== '').join('\n\n')
}

function questionsText({ questions }: ProbeReport, style: Style): string {
  if (questions.length === 0) return ''
  const lines = questions.map(({ rule, ask }) => {
    const text = style.speech.tell(cliSaying('finding_line', { assumption: rule, seen: ask }))
    return wrap(text, style.columns, '  ')
  })
  return [style.colors.bold(style.speech.say('probing_questions')), ...lines].join('\n')
}

function proposalsText({ proposals }: ProbeReport, shown: ProposalsShown, style: Style): string {
  const { speech, colors } = style
  const head = colors.bold(speech.say('probing_proposed'))
  const reasons = proposals.map(({ path, because }) =>
    wrap(speech.tell(cliSaying('finding_line', { assumption: path, seen: because })), style.columns, '  '),
  )
  switch (shown.is) {
    case 'none':
      return [head, speech.say('probing_no_proposal')].join('\n')
    case 'proposed':
      return [
        head,
        ...reasons,
        ...painted(shown.diff, style),
        paragraph(style, speech.say('probing_write_hint', { file: shown.file })),
      ].join('\n')
    case 'written': {
      const { file, kept, diff } = shown
      return [
        head,
        ...reasons,
        ...painted(diff, style),
        paragraph(style, speech.say('probing_written', { file, kept })),
      ].join('\n')
    }
    case 'by-hand': {
      const how =
        shown.file === undefined ? speech.say('probing_no_file') : speech.say('probing_by_hand', { file: shown.file })
      return [head, ...reasons, paragraph(style, how), ...shown.lines].join('\n')
    }
  }
}

/** Lines that are there to be copied are never broken. */
function painted(diff: readonly string[], { colors }: Style): readonly string[] {
  return diff.map((line) =>
    line.startsWith('+') ? colors.green(line) : line.startsWith('-') ? colors.red(line) : line,
  )
}

function sumText({ findings }: ProbeReport, bundle: string | undefined, style: Style): string {
  const count = (verdict: Finding['verdict']) => findings.filter((each) => each.verdict === verdict).length
  const { speech } = style
  return [
    paragraph(
      style,
      speech.say('probing_sum', { holds: count('holds'), differs: count('differs'), unseen: count('unseen') }),
    ),
    ...(bundle === undefined ? [] : [paragraph(style, speech.say('probing_bundle', { file: bundle }))]),
  ].join('\n')
}

function paragraph({ columns }: Style, text: string): string {
  return wrap(text, columns)
}
