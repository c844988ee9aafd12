import type { ImportReport, ReadState } from '@siagh-sync/first-import'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { cliSaying } from '../messages/cli-messages'
import type { Style } from '../output/style'
import { paragraph } from '../output/wrap'
import type { Column } from '../output/column'
import { table } from '../output/table'
import type { Speech } from '../speech/speech'
import { sectionsText, type Shown } from './sections-text'
import { undecidedText } from './undecided-text'
import { unreadableText } from './unreadable-text'

/** What a person reads of an import: what became of how many, then the first of each. */
export function importText(report: ImportReport, shown: Shown, style: Style): string {
  // Nothing is done about any contact before both sides are read.
  if (!isRead(report)) return headOf(report, style.speech)
  const parts = [
    headOf(report, style.speech),
    totals(report, style),
    unreadableText(shown.unreadable, report.unreadable, style),
    undecidedText(shown.rows.of('undecided'), report.actions.undecided, style),
    ...sectionsText(report, shown, style),
    shown.hints ? hintOf(report, style) : '',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function isRead({ read }: ImportReport): boolean {
  return read.crm === 'whole' && read.siagh === 'whole'
}

function headOf(report: ImportReport, speech: Speech): string {
  const { dryRun, complete, actions } = report
  const written = dryRun ? [speech.say('dry_run')] : []
  if (!complete) return [...written, ...interrupted(report, speech)].join('\n')
  const isOver = actions.created + actions.linked + actions.failed === 0
  const over = isOver ? [speech.say(dryRun ? 'would_change_nothing' : 'changed_nothing')] : []
  return [...written, sizesOf(report, speech), ...over].join('\n')
}

function sizesOf({ contacts, identities }: ImportReport, speech: Speech): string {
  return speech.say('sizes', { contacts, identities })
}

/** What was read and what was done before it was interrupted. A side that was not read is not empty. */
function interrupted(report: ImportReport, speech: Speech): string[] {
  const { dryRun, read, contacts, identities, actions } = report
  const count = Object.values(actions).reduce((sum, each) => sum + each, 0)
  const stopped = speech.say('import_stopped')
  if (isRead(report)) {
    const done = speech.say(dryRun ? 'looked_at_before' : 'dealt_with_before', { count })
    return [stopped, sizesOf(report, speech), done]
  }
  return [
    stopped,
    speech.say('crm_read', { state: readSoFar(read.crm, identities, 'identities') }),
    speech.say('siagh_read', { state: readSoFar(read.siagh, contacts, 'contacts') }),
    speech.say('nothing_imported_yet'),
  ]
}

function readSoFar(state: ReadState, count: number, what: 'identities' | 'contacts'): Saying {
  switch (state) {
    case 'whole':
      return cliSaying(`${what}_read`, { count })
    case 'partly':
      return cliSaying(`${what}_read_so_far`, { count })
    case 'not':
      return cliSaying('nothing_read')
  }
}

const ACTIONS = ['created', 'linked', 'unchanged', 'skipped', 'undecided', 'failed'] as const

function totals({ actions, linkedBy, skipped, suspicions }: ImportReport, style: Style): string {
  const { speech } = style
  const ofThese = { linked: countsOf(linkedBy, 'by', speech), skipped: countsOf(skipped, 'skip', speech) }
  const rows = ACTIONS.map((action) => [
    speech.say(`action_${action}`),
    speech.number(actions[action]),
    action === 'linked' || action === 'skipped' ? ofThese[action] : '',
  ])
  const columns: Column[] = [
    { head: speech.say('head_action') },
    { head: speech.say('head_contacts'), align: 'right' },
    { head: speech.say('head_of_these') },
  ]
  const list = countsOf(suspicions, 'suspicion', speech)
  return [
    table(style, columns, rows),
    ...(list === '' ? [] : [paragraph(style, speech.say('suspicious', { list }))]),
  ].join('\n')
}

/** The words of a group with how often each was told, the most frequent first. */
function countsOf(counts: Readonly<Record<string, number>>, group: string, speech: Speech): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([name, one], [otherName, other]) => other - one || (name < otherName ? -1 : 1))
    .map(([name, count]) => speech.say('word_and_count', { word: { code: `${group}_${name}` }, count }))
  return speech.list(parts)
}

function hintOf({ dryRun, actions }: ImportReport, style: Style): string {
  const { speech } = style
  const undecided = actions.undecided === 0 ? [] : [paragraph(style, speech.say('decide_by_report'))]
  const does = actions.undecided === 0 ? 'apply_does_it' : 'apply_does_the_rest'
  const apply = dryRun && actions.created + actions.linked > 0 ? [speech.say(does)] : []
  return [...undecided, ...apply].join('\n')
}
