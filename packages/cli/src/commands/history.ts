import { Option } from 'commander'
import { err, ok, type Result } from 'neverthrow'
import type { EntityKind, JournalEntry, OutcomeKind, SyncErrorKind } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { withSync } from '../context'
import { DONE } from '../exit-codes'
import { failureOf, type Failure } from '../failure'
import { table } from '../output/table'
import type { Style } from '../output/style'
import { inTehran, isoTime } from '../output/time'
import { upTo } from './all-pages'
import { define, kindOption, limitOption } from './define'
import { errorOption } from './error-kinds'
import { readId } from './read-id'
import { readTime } from './read-time'

interface Options {
  readonly kind?: EntityKind
  readonly outcome?: OutcomeKind
  readonly error?: SyncErrorKind
  readonly since?: string
  readonly limit: number
}

const OUTCOMES: Readonly<Record<OutcomeKind, true>> = {
  created: true,
  updated: true,
  linked: true,
  unchanged: true,
  gone: true,
  skipped: true,
  'changed-after-posting': true,
}

export const registerHistory = define(
  {
    usage: 'history [id]',
    summary: 'what was done, the newest first: of one record, or of all',
    examples: [
      ['history 2b1f0c6e-0000-4000-8000-000000000001', 'what became of one record'],
      ['history --outcome created --since 1404/09/01', 'what was made in Siagh since 1 Azar'],
    ],
    notes: 'Times are those of Tehran.',
  },
  (command) =>
    command
      .addOption(kindOption())
      .addOption(new Option('--outcome <outcome>', 'only runs that came to this').choices(Object.keys(OUTCOMES)))
      .addOption(errorOption())
      .option('--since <time>', '1404/09/04, 2025-11-25 or 2025-11-25T17:33, in Tehran')
      .addOption(limitOption(50)),
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
    return withSync(context, async ({ sync }) => {
      const found = await upTo(limit, (page) => sync.history(filter, page))
      return found.map(({ items, more }) => answerOf(items, more)).mapErr(failureOf)
    })
  },
)

function answerOf(entries: readonly JournalEntry[], more: boolean): Answer {
  return {
    exitCode: DONE,
    result: { entries: entries.map(dataOf), more },
    text: (style) => textOf(entries, more, style),
  }
}

function dataOf({ at, key, ...entry }: JournalEntry) {
  return { at: isoTime(at), kind: key.kind, id: key.id, ...entry }
}

function textOf(entries: readonly JournalEntry[], more: boolean, style: Style): string {
  if (entries.length === 0) return 'Nothing was done.'
  const rows = entries.map(({ at, key, outcome, error, siagh, trigger, warnings }) => [
    inTehran(at),
    key.kind,
    key.id,
    outcome ?? error ?? '',
    siagh?.number ?? siagh?.code ?? '',
    trigger,
    warnings.join(', '),
  ])
  const columns = [
    { head: 'when' },
    { head: 'kind' },
    { head: 'id', isWhole: true },
    { head: 'came to' },
    { head: 'in Siagh', align: 'right' as const },
    { head: 'by' },
    { head: 'warnings' },
  ]
  return [table(style, columns, rows), ...(more ? ['There is more: --limit shows it.'] : [])].join('\n')
}
