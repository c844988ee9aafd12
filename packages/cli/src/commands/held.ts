import { err, ok, type Result } from 'neverthrow'
import type { HeldChange } from '@siagh-sync/sync-core'
import type { Answer } from '../answer'
import type { CommandContext } from '../context'
import { DONE, DONE_WITH_FAILURES } from '../exit-codes'
import { misuse, type Failure } from '../failure'
import { heldRecord } from '../held/held-record'
import { shownText } from '../held/shown-text'
import { cliSaying, inEnglish } from '../messages/cli-messages'
import { nameData, nameLines, namesOf, namesOption } from '../names/names-of'
import type { RecordNames } from '../names/read-names'
import type { ShownWrite } from '../operator/operator'
import { withOperator } from '../operator/with-operator'
import type { Style } from '../output/style'
import { table } from '../output/table'
import { isoTime } from '../output/time'
import { paragraph } from '../output/wrap'
import { fieldList } from '../speech/field-words'
import type { Speech } from '../speech/speech'
import { upTo } from './all-pages'
import { define, limitOption, remoteOption } from './define'
import { readId } from './read-id'

interface Options {
  readonly limit: number
  readonly names?: boolean
}

export const registerHeld = define(
  {
    usage: 'held [show] [id]',
    summary: 'help_held',
    exit: 'help_held_exit',
    examples: [
      ['held', 'help_held_all'],
      ['held show 2b1f0c6e-0000-4000-8000-000000000001', 'help_held_show'],
    ],
    notes: 'help_held_notes',
  },
  (command, say) =>
    command
      .addOption(limitOption(say, 100))
      .option(...namesOption(say))
      .option(...remoteOption(say)),
  async (context, { limit, names: areWanted }: Options, [show, given]) => {
    if (show !== undefined) {
      if (show !== 'show' || given === undefined) return err(misuse(cliSaying('held_usage')))
      const id = readId(given)
      if (id.isErr()) return err(id.error)
      return withOperator(context, async ({ operator }) => {
        const record = await heldRecord(operator, id.value, undefined)
        if (record.isErr()) return err(record.error)
        return (await operator.showHeld(record.value.key)).map(shownAnswer)
      })
    }
    return listHeld(context, { limit, ...(areWanted !== undefined && { names: areWanted }) })
  },
)

/** What waits for an operator. */
export function listHeld(
  context: CommandContext,
  { limit, names: areWanted }: Options,
): Promise<Result<ReturnType<typeof listAnswer>, Failure>> {
  return withOperator(context, async ({ operator, opened }) => {
    const found = await upTo(limit, (page) => operator.held(page))
    if (found.isErr()) return err(found.error)
    const { items, more } = found.value
    const records = items.map(({ key }) => key)
    return ok(listAnswer(items, more, await namesOf(context, opened, records, areWanted)))
  })
}

function listAnswer(held: readonly HeldChange[], more: boolean, names: RecordNames | undefined) {
  return {
    exitCode: held.length === 0 ? DONE : DONE_WITH_FAILURES,
    result: { held: held.map((change) => ({ ...dataOf(change), ...nameData(names, change.key) })), more },
    text: (style: Style) => listText(held, more, names, style),
  } satisfies Answer
}

function dataOf({ key: { kind, id }, at, ...change }: HeldChange) {
  return { kind, id, ...change, at: isoTime(at) }
}

function listText(held: readonly HeldChange[], more: boolean, names: RecordNames | undefined, style: Style): string {
  const { speech } = style
  const [first] = held
  if (first === undefined) return speech.say('nothing_held')
  const columns = [
    { head: speech.say('head_kind'), isWhole: true },
    { head: speech.say('head_id'), isWhole: true },
    { head: speech.say('head_since') },
    { head: speech.say('head_write') },
    { head: speech.say('head_fields') },
  ]
  const rows = held.map((change) => [
    speech.say(`record_${change.key.kind}`),
    change.key.id,
    speech.minute(change.at),
    speech.say(`write_${change.write}`),
    whatOf(change, speech),
  ])
  const records = held.map(({ key }) => key)
  return [
    table(style, columns, rows),
    ...nameLines(names, records, style),
    '',
    paragraph(style, speech.say('held_look_and_decide')),
    `  siagh-sync held show ${first.key.id}`,
    `  siagh-sync release ${first.key.id}`,
    `  siagh-sync refuse ${first.key.id}`,
    ...(more ? [speech.say('more_of_them')] : []),
  ].join('\n')
}

function whatOf({ waitsFor, fields }: HeldChange, speech: Speech): string {
  return waitsFor === undefined ? fieldList(speech, fields) : speech.say('waits_for_customer', { id: waitsFor })
}

function shownAnswer(shown: ShownWrite): Answer {
  const { held, planned, fingerprint, isChanged, isUnstable } = shown
  const end = 'error' in shown.end ? { ...shown.end, message: inEnglish(shown.end.message) } : shown.end
  return {
    exitCode: DONE,
    result: { held: held && dataOf(held), planned, fingerprint, isChanged, isUnstable, ...(!planned && end) },
    text: (style) => shownText(shown, style),
  }
}
