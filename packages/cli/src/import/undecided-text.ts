import type { ImportCandidate, ImportedContact } from '@siagh-sync/first-import'
import { isolateIn } from '../output/isolate'
import type { Style } from '../output/style'
import { oneLine } from '../output/table'
import { wrap } from '../output/wrap'
import { titleOf } from './title-of'

/** How many candidates of a contact are shown; the report holds all. */
const SHOWN = 3

/**
 * The contacts that a person has to decide about, each with the identities that it may be, numbered as the report numbers them. Telephone,
 * code and address of both sides stand below one another, to be compared.
 */
export function undecidedText(contacts: readonly ImportedContact[], count: number, style: Style): string {
  if (contacts.length === 0) return ''
  const title = titleOf('section_undecided', count, contacts.length, style)
  return [title, ...contacts.flatMap((contact) => linesOf(contact, style))].join('\n')
}

function linesOf(contact: ImportedContact, style: Style): readonly string[] {
  const { columns, speech } = style
  const { name, code, telephone, address, candidates } = contact
  const head = `${speech.say('in_siagh')}: ${joined(style, [name, speech.say('with_code', { code: String(code) }), telephone, address])}`
  const left = candidates.length - SHOWN
  return [
    wrap(head, columns, '  '),
    ...candidates.slice(0, SHOWN).flatMap((candidate, at) => candidateLines(candidate, at + 1, style)),
    ...(left > 0 ? [`  ${speech.say('and_more_candidates', { count: left })}`] : []),
  ]
}

function candidateLines(candidate: ImportCandidate, number: number, style: Style): readonly string[] {
  const { columns, speech } = style
  const { identityId, name, customerNumber, telephone, address, by } = candidate
  const numbered = customerNumber && speech.say('with_customer_number', { number: customerNumber })
  const shown = joined(style, [name, numbered, telephone, address])
  return [
    `  ${number}) ${identityId} (${speech.say(`by_${by}`)})`,
    ...(shown === '' ? [] : [wrap(`     ${shown}`, columns, '     ')]),
  ]
}

/** What there is, each in its own direction. */
function joined(style: Style, parts: readonly (string | undefined)[]): string {
  return style.speech.list(parts.flatMap((part) => (part ? [isolateIn(style, oneLine(part))] : [])))
}
