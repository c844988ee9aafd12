import { err, type Result } from 'neverthrow'
import type { Answer } from '../answer'
import { withSync, type CommandContext } from '../context'
import { DONE } from '../exit-codes'
import { failureOf, misuse, type Failure } from '../failure'
import { cliSaying, inEnglish } from '../messages/cli-messages'
import type { Style } from '../output/style'
import { table } from '../output/table'
import { isoTime } from '../output/time'
import { paragraph } from '../output/wrap'
import { compareShadow, type ShadowContact, type ShadowDocument } from '../shadow/compare-shadow'
import { upTo } from './all-pages'
import { define, limitOption } from './define'

interface Report {
  readonly contacts: readonly ShadowContact[]
  readonly documents: readonly ShadowDocument[]
  readonly more: boolean
}

export const registerShadow = define(
  {
    usage: 'shadow <what>',
    summary: 'help_shadow',
    examples: [['shadow report', 'help_shadow_report']],
  },
  (command, say) => command.addOption(limitOption(say, 1_000)),
  async (context, { limit }: { readonly limit: number }, [what]) => {
    if (what !== 'report') return err(misuse(cliSaying('shadow_usage')))
    return shadowReport(context, limit)
  },
)

/** Compares what was noted in shadow with what stands in Siagh. */
export function shadowReport(
  context: CommandContext,
  limit: number,
): Promise<Result<ReturnType<typeof answerOf>, Failure>> {
  return withSync(context, async ({ sync }) => {
    const noted = await upTo(limit, (page) => sync.held({ state: 'shadow' }, page))
    if (noted.isErr()) return err(failureOf(noted.error))
    const { items, more } = noted.value
    const compared = await compareShadow(sync, items)
    return compared.map((report) => answerOf({ ...report, more })).mapErr(failureOf)
  })
}

function answerOf(report: Report) {
  const { contacts, documents, more } = report
  return {
    exitCode: DONE,
    result: {
      contacts: contacts.map(({ reason, ...contact }) => ({
        ...contact,
        ...(reason && { reason: inEnglish(reason) }),
      })),
      documents: documents.map(({ reason, date, ...document }) => ({
        ...document,
        ...(date && { date: isoTime(date.getTime()) }),
        ...(reason && { reason: inEnglish(reason) }),
      })),
      more,
    },
    text: (style: Style) => textOf(report, style),
  } satisfies Answer
}

function textOf({ contacts, documents, more }: Report, style: Style): string {
  const { speech, colors } = style
  if (contacts.length + documents.length === 0) return paragraph(style, speech.say('nothing_in_shadow'))
  return [
    colors.bold(speech.say('shadow_contacts')),
    ...countsOf(contacts, style),
    contactTable(contacts, style),
    '',
    colors.bold(paragraph(style, speech.say('shadow_documents'))),
    documentTable(documents, style),
    '',
    paragraph(style, speech.say('shadow_next')),
    ...(more ? [speech.say('more_of_them')] : []),
  ].join('\n')
}

const STATES = ['same', 'differs', 'typed', 'nobody_typed', 'failed'] as const

function countsOf(contacts: readonly ShadowContact[], { speech }: Style): readonly string[] {
  return STATES.map((is) => [is, contacts.filter((contact) => contact.is === is).length] as const)
    .filter(([, count]) => count > 0)
    .map(([is, count]) => `  ${speech.say('shadow_count', { state: speech.say(`shadow_${is}`), count })}`)
}

function contactTable(contacts: readonly ShadowContact[], style: Style): string {
  const { speech } = style
  const columns = [
    { head: speech.say('head_id'), isWhole: true },
    { head: speech.say('head_state') },
    { head: speech.say('head_code') },
    { head: speech.say('head_fields') },
  ]
  const rows = contacts.map(({ id, is, code = '', fields, reason }) => [
    id,
    speech.say(`shadow_${is}`),
    code,
    reason ? speech.tell(reason) : speech.list(fields),
  ])
  return table(style, columns, rows)
}

function documentTable(documents: readonly ShadowDocument[], style: Style): string {
  const { speech } = style
  const columns = [
    { head: speech.say('head_kind'), isWhole: true },
    { head: speech.say('head_number') },
    { head: speech.say('head_date') },
    { head: speech.say('head_sum'), align: 'right' as const },
    { head: speech.say('head_state') },
  ]
  const rows = documents.map(({ kind, number, date, sum, reason }) => [
    speech.say(`record_${kind}`),
    number,
    date ? speech.minute(date) : '',
    sum === undefined ? '' : speech.number(sum),
    reason ? speech.tell(reason) : speech.say('shadow_would_post'),
  ])
  return table(style, columns, rows)
}
