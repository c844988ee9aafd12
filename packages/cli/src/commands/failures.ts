import type { EntityKind, InboxEntry, StoredError, SyncErrorKind } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { withSync } from '../context'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import { failureOf } from '../failure'
import { oneLine, table } from '../output/table'
import type { Style } from '../output/style'
import { isoTime } from '../output/time'
import { wrap } from '../output/wrap'
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
  return {
    kind,
    id,
    ...(type && { type }),
    notedAt: isoTime(notedAt),
    attempts,
    ...(error && { error: errorOf(error) }),
  }
}

function errorOf({ kind, message, details, said }: StoredError) {
  return { kind, code: said?.message.code ?? kind, message, details }
}

function textOf(failures: readonly InboxEntry[], more: boolean, style: Style): string {
  const { speech } = style
  if (failures.length === 0) return speech.say('nothing_failed')
  const rows = failures.map(({ key, notedAt, attempts }) => [
    speech.say(`record_${key.kind}`),
    key.id,
    speech.minute(notedAt),
    speech.number(attempts),
  ])
  const columns = [
    { head: speech.say('head_kind'), isWhole: true },
    { head: speech.say('head_id'), isWhole: true },
    { head: speech.say('head_noted') },
    { head: speech.say('head_tries'), align: 'right' as const },
  ]
  return [
    table(style, columns, rows),
    '',
    ...failures.flatMap((failure) => reasonLines(failure, style)),
    ...(more ? ['', speech.say('more_of_them')] : []),
  ].join('\n')
}

/** Why it failed. What an older version has stored can be told in English alone. */
function reasonLines({ key, error }: InboxEntry, { colors, columns, speech }: Style): readonly string[] {
  if (error === undefined) return []
  const { message, details } = error.said ?? error
  const kind = colors.red(speech.say(`error_${error.kind}`))
  return [
    `${key.id}  ${kind}`,
    ...[message, ...details].map((line) => wrap(`    ${oneLine(speech.tell(line))}`, columns, '    ')),
  ]
}
