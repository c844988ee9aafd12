import type { DocumentCounts, ProbeReport, LabelCount } from '@siagh-sync/probe'
import stringWidth from 'string-width'
import { padded } from '../output/beside'
import type { Style } from '../output/style'
import { oneLine } from '../output/table'
import { wrap } from '../output/wrap'
import type { Speech } from '../speech/speech'

const MOST = 12

/** What occurs in the records that were read, a line for each thing. */
export function occurrencesText({ contacts, identities, documents }: ProbeReport, style: Style): string {
  const { speech, columns } = style
  const rows: [string, string][] = []
  const add = (name: string, value: string) => {
    if (value !== '') rows.push([name, value])
  }
  if (contacts) {
    const { contacts: count, active, admins } = contacts
    add(speech.say('occurs_contacts'), speech.say('contacts_by_kind', { count, active, admins }))
  }
  if (identities) {
    const { persons, organizations } = identities
    add(speech.say('occurs_identities'), speech.say('identities_by_type', { persons, organizations }))
    add(speech.say('occurs_type_codes'), listOf(identities.typeCodes, speech))
    add(speech.say('occurs_type_names'), listOf(identities.typeNames, speech))
    add(speech.say('occurs_categories'), listOf(identities.categories, speech))
    add(speech.say('occurs_custom_fields'), listOf(identities.customFields, speech))
  }
  if (documents) {
    const { invoices, quotes } = documents
    add(speech.say('occurs_documents'), speech.say('documents_by_kind', { invoices, quotes }))
    add(speech.say('occurs_document_types'), typesOf(documents, speech))
    add(speech.say('occurs_document_fields'), listOf(documents.customFields, speech))
    add(speech.say('occurs_units'), listOf(documents.units, speech))
  }
  if (rows.length === 0) return ''
  const width = Math.max(...rows.map(([name]) => stringWidth(name)))
  const indent = ' '.repeat(width + 2)
  const lines = rows.map(([name, value]) => {
    const text = wrap(oneLine(value), columns && columns - indent.length).replaceAll('\n', `\n${indent}`)
    return `${padded(style, name, width)}  ${text}`
  })
  return [style.colors.bold(speech.say('probing_occurs')), ...lines].join('\n')
}

function typesOf({ types }: DocumentCounts, speech: Speech): string {
  return listOf(
    types.map(({ kind, typeCode, count }) => ({
      label: `${speech.say(`record_${kind}`)} ${named(typeCode, speech)}`,
      count,
    })),
    speech,
  )
}

/** Example: `person 6, organization 4`. */
function listOf(counts: readonly LabelCount[], speech: Speech): string {
  const shown = counts.slice(0, MOST).map(({ label, count }) => `${named(label, speech)} ${speech.number(count)}`)
  const list = speech.list(shown)
  const count = counts.length - shown.length
  return count > 0 ? speech.say('labels_more', { list, count }) : list
}

function named(label: string, speech: Speech): string {
  return label === '' ? speech.say('label_empty') : label
}
