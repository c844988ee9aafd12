import { err, ok } from 'neverthrow'
import type { EntityKind, SyncErrorKind } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import { nameData, namesOf, namesOption, nameText } from '../names/names-of'
import type { RecordNames } from '../names/read-names'
import type { FailedEntry } from '../operator/operator'
import { withOperator } from '../operator/with-operator'
import { oneLine, table } from '../output/table'
import type { Style } from '../output/style'
import { isoTime } from '../output/time'
import { wrap } from '../output/wrap'
import { upTo } from './all-pages'
import { define, kindOption, limitOption, remoteOption } from './define'
import { errorOption } from './error-kinds'

interface Options {
  readonly kind?: EntityKind
  readonly error?: SyncErrorKind
  readonly limit: number
  readonly names?: boolean
}

export const registerFailures = define(
  {
    usage: 'failures',
    summary: 'help_failures',
    exit: 'help_failures_exit',
    examples: [
      ['failures', 'help_failures_all'],
      ['failures --kind invoice --error rejected', 'help_failures_kind'],
    ],
    notes: 'help_failures_notes',
  },
  (command, say) =>
    command
      .addOption(kindOption(say))
      .addOption(errorOption(say))
      .addOption(limitOption(say, 100))
      .option(...namesOption(say))
      .option(...remoteOption(say)),
  (context, { kind, error, limit, names: areWanted }: Options) =>
    withOperator(context, async ({ operator, opened }) => {
      const filter = { ...(kind && { kind }), ...(error && { error }) }
      const found = await upTo(limit, (page) => operator.failures(filter, page))
      if (found.isErr()) return err(found.error)
      const { items, more } = found.value
      const names = await namesOf(
        context,
        opened,
        items.map(({ key }) => key),
        areWanted,
      )
      return ok(answerOf(items, more, names))
    }),
)

function answerOf(failures: readonly FailedEntry[], more: boolean, names: RecordNames | undefined): Answer {
  return {
    exitCode: failures.length === 0 ? DONE : DONE_WITH_FAILURES,
    result: { failures: failures.map((failure) => ({ ...dataOf(failure), ...nameData(names, failure.key) })), more },
    text: (style) => textOf(failures, more, names, style),
  }
}

function dataOf({ key, type, notedAt, attempts, error }: FailedEntry) {
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

function errorOf({ kind, code, message, details, said }: NonNullable<FailedEntry['error']>) {
  return { kind, code: said?.message.code ?? code ?? kind, message, details }
}

function textOf(failures: readonly FailedEntry[], more: boolean, names: RecordNames | undefined, style: Style): string {
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
    ...failures.flatMap((failure) => reasonLines(failure, nameText(names, failure.key, style), style)),
    ...(more ? ['', speech.say('more_of_them')] : []),
  ].join('\n')
}

/** Why it failed. What an older version has stored can be told in English alone. */
function reasonLines({ key, error }: FailedEntry, name: string | undefined, style: Style): readonly string[] {
  const { colors, columns, speech } = style
  if (error === undefined) return []
  const { message, details } = error.said ?? error
  const kind = colors.red(speech.say(`error_${error.kind}`))
  return [
    `${key.id}  ${kind}`,
    ...(name === undefined ? [] : [`    ${name}`]),
    ...[message, ...details].map((line) => wrap(`    ${oneLine(speech.tell(line))}`, columns, '    ')),
  ]
}
