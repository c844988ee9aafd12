import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { normalizeText } from '../iran/text'
import { foldId } from '../key'
import type { Rules } from '../rules'
import type { Warning } from '../types'

/**
 * The remarks of a pre-invoice. First comes the marker `[CRM <id>]`, by which a person finds the document of a lost
 * answer. It comes first because nobody knows how many characters Siagh keeps. Then come the document's description
 * and `notes`. If the remarks are longer than `rules.preInvoice.maxRemarksLength`, the description is cut, with a
 * warning. Notes and marker are never cut. Source: siagh.md, "Pre-invoice".
 */
export function remarksOf(
  document: Invoice | Quote,
  notes: readonly string[],
  rules: Rules,
): { remarks: string; warnings: Warning[] } {
  const description = normalizeText(document.description ?? '', rules.letters)
  const marker = `[CRM ${foldId(document.crmId)}]`
  const ending = notes.map((note) => normalizeText(note, rules.letters))
  const room = rules.preInvoice.maxRemarksLength - [marker, ...ending].join(' ').length - 1
  const fits = description.length <= room
  const remarks = [marker, fits ? description : cut(description, room), ...ending]
    .filter((part) => part !== '')
    .join(' ')
  return { remarks, warnings: fits ? [] : ['remarks_shortened'] }
}

/** Cuts a text. Never cuts an emoji in half. */
function cut(text: string, length: number): string {
  if (length < 1) return ''
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
