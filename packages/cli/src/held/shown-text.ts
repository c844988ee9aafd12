import type { PlannedWrite } from '@siagh-sync/sync-core'
import { cliMessages, cliSaying } from '../messages/cli-messages'
import type { ShownWrite } from '../operator/operator'
import { beside } from '../output/beside'
import { isolateIn } from '../output/isolate'
import type { Style } from '../output/style'
import { oneLine, table } from '../output/table'
import { paragraph } from '../output/wrap'
import type { Speech } from '../speech/speech'

type PostedDocument = Extract<PlannedWrite, { write: 'post_document' }>

/** Exactly what will be sent, for a person. */
export function shownText(shown: ShownWrite, style: Style): string {
  const { speech, colors } = style
  const { held, planned, isChanged, isUnstable } = shown
  if (!planned)
    return paragraph(
      style,
      speech.say('held_nothing_to_send', { reason: cliSaying('held_ends_as', { outcome: endOf(shown, speech) }) }),
    )
  return [
    ...contentText(planned, style),
    '',
    isUnstable
      ? colors.red(paragraph(style, speech.say('held_unstable')))
      : held === null || isChanged
        ? colors.yellow(paragraph(style, speech.say('held_has_changed')))
        : speech.say('held_is_unchanged'),
  ].join('\n')
}

function endOf({ end }: ShownWrite, speech: Speech): string {
  return 'error' in end ? speech.tell(end.message) : speech.say(`outcome_${end.outcome}`)
}

function contentText(planned: PlannedWrite, style: Style): readonly string[] {
  const { speech } = style
  const title = style.colors.bold(speech.say(`write_${planned.write}`))
  switch (planned.write) {
    case 'make_contact':
      return [title, table(style, columnsOf(style, 'head_sent'), rowsOf(planned.fields, undefined, style))]
    case 'change_contact':
      return [
        `${title}  ${speech.say('held_contact_code', { code: planned.code })}`,
        table(style, columnsOf(style, 'head_now', 'head_sent'), rowsOf(planned.fields, planned.before, style)),
      ]
    case 'write_ref_id':
      return [title, ...beside(style, ['refId'], [planned.refId])]
    case 'post_document':
      return [title, ...documentText(planned, style)]
  }
}

function columnsOf({ speech }: Style, ...heads: readonly ('head_now' | 'head_sent')[]) {
  return [{ head: speech.say('head_field'), isWhole: true }, ...heads.map((head) => ({ head: speech.say(head) }))]
}

/** Every field with its text. Of a change: what Siagh has now beside it, with a mark where the two differ. */
function rowsOf(fields: object, before: object | undefined, style: Style): string[][] {
  return Object.entries(fields).map(([name, value]) => {
    const shown = (each: unknown) => isolateIn(style, oneLine(textOfField(name, each, style.speech)))
    if (before === undefined) return [fieldName(name, style.speech), shown(value)]
    const old: unknown = Reflect.get(before, name)
    const mark = old === value ? '' : ' *'
    return [fieldName(name, style.speech) + mark, shown(old), shown(value)]
  })
}

/** `taraftype` is a number of Siagh, which nobody should have to know by heart. */
function textOfField(name: string, value: unknown, speech: Speech): string {
  if (name !== 'taraftype' || (value !== 0 && value !== 1)) return textOf(value)
  return `${value} (${speech.say(value === 0 ? 'record_person' : 'record_organization')})`
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)

function fieldName(name: string, speech: Speech): string {
  const code = `field_${name}`
  if (!Object.hasOwn(cliMessages, code)) return name
  const word = speech.tell({ code })
  return word === name ? name : `${word} (${name})`
}

function documentText({ preInvoice, document }: PostedDocument, style: Style): readonly string[] {
  const { speech } = style
  const { lines, ...header } = preInvoice
  const heads = ['product', 'unit', 'quantity', 'price', 'discount'] as const
  const sum = lines.reduce((total, { quantity, price, discount }) => total + quantity * price - discount, 0)
  return [
    speech.say('held_header'),
    table(style, columnsOf(style, 'head_sent'), rowsOf(header, undefined, style)),
    speech.say('held_lines'),
    table(
      style,
      heads.map((head) => ({ head: speech.say(`head_${head}`) })),
      lines.map((line) => [line.productCode, line.unit, line.quantity, line.price, line.discount].map(textOf)),
    ),
    speech.say('held_sum', { sum }),
    paragraph(style, speech.say('held_crm_document', crmSayings(document))),
  ]
}

/** What the CRM says of a document. It may lack each of these. */
function crmSayings({ number, totalValue, finalValue }: PostedDocument['document']) {
  const missing = cliSaying('held_amount_missing')
  return {
    number: number ? cliSaying('name_number', { number }) : cliSaying('held_without_number'),
    total: totalValue ?? missing,
    final: finalValue ?? missing,
  }
}
