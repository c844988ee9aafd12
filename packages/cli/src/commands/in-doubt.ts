import { err, ok } from 'neverthrow'
import type { DocumentInDoubt } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import { nameData, nameLines, namesOf, namesOption } from '../names/names-of'
import type { RecordNames } from '../names/read-names'
import { withOperator } from '../operator/with-operator'
import { paragraph } from '../output/wrap'
import { table } from '../output/table'
import type { Style } from '../output/style'
import { isoTime } from '../output/time'
import { upTo } from './all-pages'
import { define, limitOption, remoteOption } from './define'

interface Options {
  readonly limit: number
  readonly names?: boolean
}

export const registerInDoubt = define(
  {
    usage: 'in-doubt',
    summary: 'help_in_doubt',
    exit: 'help_failures_exit',
    examples: [['in-doubt', 'help_in_doubt_which']],
    notes: 'help_in_doubt_notes',
  },
  (command, say) =>
    command
      .addOption(limitOption(say, 100))
      .option(...namesOption(say))
      .option(...remoteOption(say)),
  (context, { limit, names: areWanted }: Options) =>
    withOperator(context, async ({ operator, opened }) => {
      const found = await upTo(limit, (page) => operator.inDoubt(page))
      if (found.isErr()) return err(found.error)
      const { items, more } = found.value
      return ok(answerOf(items, more, await namesOf(context, opened, items, areWanted)))
    }),
)

function answerOf(documents: readonly DocumentInDoubt[], more: boolean, names: RecordNames | undefined): Answer {
  return {
    exitCode: documents.length === 0 ? DONE : DONE_WITH_FAILURES,
    result: { documents: documents.map((document) => dataOf(document, names)), more },
    text: (style) => textOf(documents, more, names, style),
  }
}

function dataOf(document: DocumentInDoubt, names: RecordNames | undefined) {
  const { kind, id, since } = document
  return { kind, id, since: isoTime(since), ...nameData(names, document) }
}

function textOf(
  documents: readonly DocumentInDoubt[],
  more: boolean,
  names: RecordNames | undefined,
  style: Style,
): string {
  const { speech } = style
  const [first] = documents
  if (first === undefined) return speech.say('nothing_in_doubt')
  const columns = [
    { head: speech.say('head_kind'), isWhole: true },
    { head: speech.say('head_id'), isWhole: true },
    { head: speech.say('head_since') },
  ]
  const rows = documents.map(({ kind, id, since }) => [speech.say(`record_${kind}`), id, speech.minute(since)])
  return [
    table(style, columns, rows),
    ...nameLines(names, documents, style),
    '',
    paragraph(style, speech.say('look_in_siagh')),
    `  siagh-sync settle ${first.id} --created NUMBER`,
    speech.say('where_there_is_none'),
    `  siagh-sync settle ${first.id} --not-created`,
    ...(more ? [speech.say('more_of_them')] : []),
  ].join('\n')
}
