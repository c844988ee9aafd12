import type { UnreadableIdentity } from '@siagh-sync/sync-core'
import type { Column } from '../output/column'
import { table } from '../output/table'
import type { Style } from '../output/style'
import { reasonOfError } from './reason-of'
import { titleOf } from './title-of'
import { paragraph } from '../output/wrap'

/** The first of the identities that the CRM lists and does not show, and what is to be done about them. */
export function unreadableText(unreadable: readonly UnreadableIdentity[], count: number, style: Style): string {
  if (count === 0) return ''
  const { speech } = style
  const columns: readonly Column[] = [
    { head: speech.say('head_identity'), isWhole: true },
    { head: speech.say('head_name') },
    { head: speech.say('head_customer_number') },
    { head: speech.say('head_why') },
  ]
  const rows = unreadable.map(({ id, name = '', customerNumber = '', error }) => [
    id,
    name,
    customerNumber,
    reasonOfError(error, speech),
  ])
  return [
    titleOf('section_unreadable', count, unreadable.length, style),
    ...(rows.length > 0 ? [table(style, columns, rows)] : []),
    paragraph(style, speech.say('unreadable_advice')),
  ].join('\n')
}
