import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { normalizeText } from '../iran/text'
import { foldId } from '../key'
import type { Rules } from '../rules'
import type { Warning } from '../types'

/**
 * The remarks of a pre-invoice: the marker `[CRM <id>]` by which a person finds the document of a lost answer, first, since how
 * much Siagh keeps is unknown; then the document's description and `notes`. What does not fit into `rules.preInvoice.maxRemarksLength` is cut off the description, with
 * a warning; notes and marker are always whole. Source: siagh.md, "Pre-invoice".
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

/** Never leaves half an emoji behind. */
function cut(text: string, length: number): string {
  if (length < 1) return ''
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
