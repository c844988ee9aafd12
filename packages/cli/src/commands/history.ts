import { Option } from 'commander'
import { err, ok, type Result } from 'neverthrow'
import type { EntityKind, JournalEntry, OutcomeKind, SyncErrorKind } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { DONE } from '../exit-codes'
import type { Failure } from '../failure'
import { nameData, nameLines, namesOf, namesOption } from '../names/names-of'
import type { RecordNames } from '../names/read-names'
import { withOperator } from '../operator/with-operator'
import type { Column } from '../output/column'
import { table } from '../output/table'
import type { Style } from '../output/style'
import { isoTime } from '../output/time'
import type { Speech } from '../speech/speech'
import { upTo } from './all-pages'
import { define, kindOption, limitOption, remoteOption } from './define'
import { errorOption } from './error-kinds'
import { readId } from './read-id'
import { readTime } from './read-time'

interface Options {
  readonly kind?: EntityKind
  readonly outcome?: OutcomeKind
  readonly error?: SyncErrorKind
  readonly since?: string
  readonly limit: number
  readonly names?: boolean
}

const OUTCOMES: Readonly<Record<OutcomeKind, true>> = {
  created: true,
  updated: true,
  linked: true,
  unchanged: true,
  gone: true,
  skipped: true,
  'changed-after-posting': true,
  shadowed: true,
  released: true,
  refused: true,
  retried: true,
}

export const registerHistory = define(
  {
    usage: 'history [id]',
    summary: 'help_history',
    examples: [
      ['history 2b1f0c6e-0000-4000-8000-000000000001', 'help_history_one'],
      ['history --outcome created --since 1404/09/01', 'help_history_made'],
    ],
    notes: 'help_history_notes',
  },
  (command, say) =>
    command
      .addOption(kindOption(say))
      .addOption(new Option('--outcome <outcome>', say('opt_outcome')).choices(Object.keys(OUTCOMES)))
      .addOption(errorOption(say))
      .option('--since <time>', say('opt_since'))
      .addOption(limitOption(say, 50))
      .option(...namesOption(say))
      .option(...remoteOption(say)),
  async (context, options: Options, [given]) => {
    const id = given === undefined ? ok(undefined) : readId(given)
    if (id.isErr()) return err(id.error)
    const since: Result<Date | undefined, Failure> =
      options.since === undefined ? ok(undefined) : readTime(options.since)
    if (since.isErr()) return err(since.error)
    const { kind, outcome, error, limit } = options
    const filter = {
      ...(id.value !== undefined && { id: id.value }),
      ...(kind && { kind }),
      ...(outcome && { outcome }),
      ...(error && { error }),
      ...(since.value && { since: since.value.getTime() }),
    }
    return withOperator(context, async ({ operator, opened }) => {
      const found = await upTo(limit, (page) => operator.history(filter, page))
      if (found.isErr()) return err(found.error)
      const { items } = found.value
      const names = await namesOf(
        context,
        opened,
        items.map(({ key }) => key),
        options.names,
      )
      return ok(answerOf({ ...found.value, ofOne: id.value !== undefined, names }))
    })
  },
)

/** What was found. */
interface Found {
  readonly items: readonly JournalEntry[]
  readonly more: boolean
  /** Whether it is the history of one record. */
  readonly ofOne: boolean
  readonly names: RecordNames | undefined
}

function answerOf(found: Found): Answer {
  const { items, more, names } = found
  return {
    exitCode: DONE,
    result: { entries: items.map((entry) => ({ ...dataOf(entry), ...nameData(names, entry.key) })), more },
    text: (style) => textOf(found, style),
  }
}

function dataOf({ at, key, ...entry }: JournalEntry) {
  return { at: isoTime(at), kind: key.kind, id: key.id, ...entry }
}

/** Of one record, what differs from run to run; of all, which records they were. */
function textOf({ items: entries, more, ofOne, names }: Found, style: Style): string {
  const { speech } = style
  if (entries.length === 0) return speech.say('nothing_done')
  const columns = COLUMNS.filter((column) => column.isShown(entries, ofOne))
  const rows = entries.map((entry) => columns.map(({ cell }) => cell(entry, speech)))
  const heads = columns.map((column) => ({ ...column, head: speech.say(column.code) }))
  const records = entries.map(({ key }) => key)
  return [
    table(style, heads, rows),
    ...nameLines(names, records, style),
    ...(more ? [speech.say('more_of_it')] : []),
  ].join('\n')
}

type HistoryColumn = Omit<Column, 'head'> & {
  readonly code: `head_${'when' | 'kind' | 'id' | 'came_to' | 'in_siagh' | 'trigger' | 'person' | 'try' | 'calls' | 'warnings'}`
  readonly cell: (entry: JournalEntry, speech: Speech) => string
  readonly isShown: (entries: readonly JournalEntry[], ofOne: boolean) => boolean
}

const always = () => true
const ofAll = (_: unknown, ofOne: boolean) => !ofOne
const ofOneRecord = (_: unknown, ofOne: boolean) => ofOne

const COLUMNS: readonly HistoryColumn[] = [
  { code: 'head_when', isWhole: true, cell: ({ at }, speech) => speech.minute(at), isShown: always },
  { code: 'head_kind', cell: ({ key }, speech) => speech.say(`record_${key.kind}`), isShown: ofAll },
  { code: 'head_id', isWhole: true, cell: ({ key }) => key.id, isShown: ofAll },
  { code: 'head_came_to', cell: endOf, isShown: always },
  { code: 'head_in_siagh', align: 'right', cell: ({ siagh }) => siagh?.number ?? siagh?.code ?? '', isShown: always },
  { code: 'head_trigger', cell: ({ trigger }, speech) => speech.say(`trigger_${trigger}`), isShown: ofOneRecord },
  {
    code: 'head_person',
    cell: ({ by = '' }) => by,
    isShown: (entries) => entries.some(({ by }) => by !== undefined),
  },
  { code: 'head_try', align: 'right', cell: ({ attempt }, speech) => speech.number(attempt), isShown: ofOneRecord },
  { code: 'head_calls', cell: ({ calls }) => calls.join(' '), isShown: ofOneRecord },
  {
    code: 'head_warnings',
    cell: ({ warnings }, speech) => speech.list(warnings.map((warning) => speech.say(`warning_${warning}`))),
    isShown: (entries) => entries.some(({ warnings }) => warnings.length > 0),
  },
]

function endOf({ outcome, error }: JournalEntry, speech: Speech): string {
  if (outcome !== undefined) return speech.say(`outcome_${outcome}`)
  return error === undefined ? '' : speech.say(`error_${error}`)
}
