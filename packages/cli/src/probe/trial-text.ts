import type { PlannedContact, PlannedDocument, TrialPlan, TrialReport } from '@siagh-sync/probe'
import { saidBy } from '@siagh-sync/sync-core/messages'
import stringWidth from 'string-width'
import { cliSaying } from '../messages/cli-messages'
import { padded } from '../output/beside'
import type { Style } from '../output/style'
import { oneLine, table } from '../output/table'
import { wrap } from '../output/wrap'

/** Exactly what a trial will send, for the person who is asked. */
export function planText({ contact, document }: TrialPlan, style: Style): string {
  return [
    style.colors.bold(style.speech.say('trial_will_send')),
    ...(contact ? [contactText(contact, style)] : []),
    ...(document ? [documentHead(document, style), documentText(document, customerFirst(document, style), style)] : []),
  ].join('\n')
}

function contactText({ id, type, fields, existing }: PlannedContact, style: Style): string {
  const head = style.speech.say('trial_contact', { kind: cliSaying(`record_${type}`), id })
  if (existing) return [head, existingText(existing, style)].join('\n')
  const filled = Object.entries(fields).filter(([, value]) => value !== '')
  return [
    head,
    pairs(
      filled.map(([field, value]) => [field, String(value)]),
      style,
    ),
  ].join('\n')
}

/** The contact is in Siagh already: a trial changes a record that somebody works with. */
function existingText({ code, changes }: NonNullable<PlannedContact['existing']>, style: Style): string {
  const { speech, columns } = style
  if (changes.length === 0) return wrap(speech.say('trial_contact_exists', { code }), columns)
  const heads = ['trial_field', 'head_now', 'trial_sent'] as const
  return [
    style.colors.yellow(wrap(speech.say('trial_contact_changes', { code }), columns)),
    table(
      style,
      heads.map((each) => ({ head: speech.say(each), isWhole: each === 'trial_field' })),
      changes.map(({ field, before, after }) => [field, oneLine(before), oneLine(after)]),
    ),
  ].join('\n')
}

function documentHead({ id, kind }: PlannedDocument, { speech }: Style): string {
  return speech.say('trial_document', { kind: cliSaying(`record_${kind}`), id })
}

/** The document may bring a third record along: its customer. */
function customerFirst({ customerId }: PlannedDocument, { speech }: Style): readonly (readonly [string, string])[] {
  if (customerId === undefined) return []
  return [[speech.say('trial_customer'), speech.say('trial_customer_first', { id: customerId })]]
}

/** What stands on the pre-invoice. `more`: what is known of it only after the write. */
function documentText(
  { preInvoice, fiscalYear, number, finalValue, vat }: PlannedDocument,
  more: readonly (readonly [string, string])[],
  style: Style,
): string {
  const { speech } = style
  const { lines, saleKind, saleModel, salesCentre, paymentKind: payment, intermediary = '–' } = preInvoice
  const gross = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const discount = lines.reduce((sum, line) => sum + line.discount, 0)
  const net = speech.number(Math.round((gross - discount) * 100) / 100)
  const columns = [
    { head: speech.say('trial_product') },
    { head: speech.say('trial_unit') },
    ...(['trial_quantity', 'trial_price', 'trial_discount'] as const).map((code) => ({
      head: speech.say(code),
      align: 'right' as const,
    })),
  ]
  const rows = lines.map((line) => [
    line.productCode,
    line.unit,
    ...[line.quantity, line.price, line.discount].map((each) => speech.number(each)),
  ])
  const facts: (readonly [string, string])[] = [
    ...more,
    [speech.say('trial_title'), preInvoice.title],
    [speech.say('trial_fiscal_year'), String(fiscalYear)],
    ...(number === undefined ? [] : [[speech.say('trial_number'), number] as const]),
    [
      speech.say('trial_codes'),
      speech.say('trial_codes_are', { saleKind, saleModel, salesCentre, payment, intermediary }),
    ],
    [speech.say('trial_remarks'), preInvoice.remarks],
    [speech.say('trial_sum'), speech.say('trial_sum_is', { net, discount: speech.number(discount) })],
    ...(finalValue === undefined
      ? []
      : [[speech.say('trial_final'), speech.say('trial_final_is', { final: finalValue, vat: vat ?? '–' })] as const]),
  ]
  return [pairs(facts, style), table(style, columns, rows)].join('\n')
}

/** Names with their values, in two columns. */
function pairs(rows: readonly (readonly [string, string])[], style: Style): string {
  const width = Math.max(...rows.map(([name]) => stringWidth(name)))
  const indent = ' '.repeat(width + 4)
  return rows
    .map(([name, value]) => {
      const text = wrap(oneLine(value), style.columns && style.columns - indent.length).replaceAll('\n', `\n${indent}`)
      return `  ${padded(style, name, width)}  ${text}`
    })
    .join('\n')
}

/** What a trial has done, and what the accountant should see. */
export function trialText(plan: TrialPlan, report: TrialReport, style: Style): string {
  const sections = [
    ...(report.contact ? [contactDone(report.contact, style)] : []),
    ...(report.document && plan.document ? [documentDone(plan.document, report.document, style)] : []),
    ...(report.failure ? [failureText(report.failure, style)] : []),
  ]
  return sections.join('\n\n')
}

function failureText(failure: NonNullable<TrialReport['failure']>, style: Style): string {
  const { message, details } = saidBy(failure)
  return [
    wrap(style.speech.say('trial_failure', { reason: message }), style.columns),
    ...details.map((line) => wrap(`  ${style.speech.tell(line)}`, style.columns, '    ')),
  ].join('\n')
}

function contactDone({ outcome, readBack }: NonNullable<TrialReport['contact']>, style: Style): string {
  const { speech } = style
  const said = cliSaying(`outcome_${outcome.outcome}`)
  if (!outcome.siagh) return speech.say('trial_contact_nothing', { outcome: said })
  const head = speech.say('trial_contact_done', { outcome: said, code: outcome.siagh.code })
  if (!readBack) return [head, wrap(speech.say('trial_not_listed'), style.columns)].join('\n')
  const { accountParty, showsMark, fields } = readBack
  const differing = fields.filter(({ wanted, held }) => wanted !== held)
  const columns = [
    { head: speech.say('trial_field'), isWhole: true },
    { head: speech.say('trial_sent') },
    { head: speech.say('head_in_siagh') },
  ]
  const rows = fields.map(({ field, wanted, held }) => [
    field,
    wanted,
    wanted === held ? speech.say('trial_same') : held,
  ])
  return [
    head,
    wrap(speech.say(differing.length === 0 ? 'trial_fields_same' : 'trial_fields_differ'), style.columns),
    table(style, columns, rows),
    wrap(
      accountParty === undefined
        ? speech.say('trial_no_party')
        : speech.say('trial_is_party', { party: String(accountParty) }),
      style.columns,
    ),
    speech.say(showsMark ? 'trial_mark_shown' : 'trial_mark_hidden'),
  ].join('\n')
}

function documentDone(
  plan: PlannedDocument,
  { outcome, customer }: NonNullable<TrialReport['document']>,
  style: Style,
): string {
  const { speech } = style
  const said = cliSaying(`outcome_${outcome.outcome}`)
  if (!outcome.siagh) return speech.say('trial_document_nothing', { outcome: said })
  const { code, number = speech.say('trial_unknown') } = outcome.siagh
  const head = speech.say('trial_document_done', {
    outcome: said,
    number: cliSaying('trial_number_and_code', { number, code }),
  })
  const party = customer?.accountParty === undefined ? speech.say('trial_unknown') : String(customer.accountParty)
  const codes = customer && speech.say('trial_customer_is', { code: String(customer.code), party })
  const more = codes === undefined ? [] : [[speech.say('trial_customer'), codes] as const]
  return [wrap(head, style.columns), documentText(plan, more, style)].join('\n')
}
