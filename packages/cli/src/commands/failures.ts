import type { EntityKind, InboxEntry, SyncErrorKind } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { withSync } from '../context'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import { failureOf } from '../failure'
import { oneLine, table } from '../output/table'
import type { Style } from '../output/style'
import { minuteInTehran, isoTime } from '../output/time'
import { upTo } from './all-pages'
import { define, kindOption, limitOption } from './define'
import { errorOption } from './error-kinds'

interface Options {
  readonly kind?: EntityKind
  readonly error?: SyncErrorKind
  readonly limit: number
}

export const registerFailures = define(
  {
    usage: 'failures',
    summary: 'what could not be brought to Siagh, and why',
    exit: 'exit code 3 where there is any',
    examples: [
      ['failures', 'all kinds, the oldest first'],
      ['failures --kind invoice --error rejected', 'invoices that Siagh refused'],
    ],
    notes: 'Mend what is wrong in the CRM or in Siagh, then: siagh-sync retry ID. Times are those of Tehran.',
  },
  (command) => command.addOption(kindOption()).addOption(errorOption()).addOption(limitOption(100)),
  (context, { kind, error, limit }: Options) =>
    withSync(context, async ({ sync }) => {
      const filter = { ...(kind && { kind }), ...(error && { error }) }
      const found = await upTo(limit, (page) => sync.failures(filter, page))
      return found.map(({ items, more }) => answerOf(items, more)).mapErr(failureOf)
    }),
)

function answerOf(failures: readonly InboxEntry[], more: boolean): Answer {
  return {
    exitCode: failures.length === 0 ? DONE : DONE_WITH_FAILURES,
    result: { failures: failures.map(dataOf), more },
    text: (style) => textOf(failures, more, style),
  }
}

function dataOf({ key, type, notedAt, attempts, error }: InboxEntry) {
  const { kind, id } = key
  return { kind, id, ...(type && { type }), notedAt: isoTime(notedAt), attempts, error }
}

function textOf(failures: readonly InboxEntry[], more: boolean, style: Style): string {
  if (failures.length === 0) return 'Nothing has failed.'
  const rows = failures.map(({ key, notedAt, attempts, error }) => [
    key.kind,
    key.id,
    minuteInTehran(notedAt),
    String(attempts),
    error?.kind ?? '',
  ])
  const columns = [
    { head: 'kind', isWhole: true },
    { head: 'id', isWhole: true },
    { head: 'noted' },
    { head: 'tries', align: 'right' as const },
    { head: 'error', paint: (text: string) => style.colors.red(text) },
  ]
  const reasons = failures.flatMap(({ key, error }) =>
    error ? [`${key.id}  ${oneLine(error.message)}`, ...error.details.map((line) => `    ${oneLine(line)}`)] : [],
  )
  return [
    table(style, columns, rows),
    '',
    ...reasons,
    ...(more ? ['', 'There are more: --limit shows them.'] : []),
  ].join('\n')
}
