import { finding, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import type { LabelCount } from '../label-counts'
import type { DocumentCounts } from './document-counts'

const QUESTIONS = [
  'totals',
  'row_amount',
  'vat',
  'vat_by_percent',
  'extras',
  'product_codes',
  'document_states',
] as const

/** What the documents show. */
export function judgeDocuments(counts: DocumentCounts): readonly Finding[] {
  const count = counts.invoices + counts.quotes
  if (count === 0) {
    return QUESTIONS.map((question) =>
      finding(question, 'unseen', probeSaying('probe_no_documents'), probeSaying('probe_name_a_document')),
    )
  }
  return [
    judgeTotals(counts, count),
    judgeRowAmount(counts),
    judgeVat(counts),
    judgeVatByPercent(counts),
    judgeExtras(counts),
    judgeProducts(counts),
    judgeStates(counts),
  ]
}

function judgeTotals({ readings: { fit, discount, rows, refused } }: DocumentCounts, count: number): Finding {
  const decided = { onTop: discount['on-top'], included: discount.included, formulas: rows.total }
  const seen = probeSaying('probe_totals_fit', { fit, count, ...decided })
  if (refused.length === 0) return finding('totals', 'holds', seen, probeSaying('probe_totals_fine'))
  return finding('totals', 'differs', seen, probeSaying('probe_totals_refused', { count: count - fit }))
}

function judgeVat({ vatPercents }: DocumentCounts): Finding {
  const known = vatPercents.filter(({ label }) => label !== '')
  if (known.length === 0)
    return finding('vat', 'unseen', probeSaying('probe_no_vat_percent'), probeSaying('probe_vat_by_siagh'))
  const seen = probeSaying('probe_vat_percents', {
    percents: listOf(known.map((each) => ({ ...each, label: `${each.label}%` }))),
  })
  return finding(
    'vat',
    known.length === 1 && known[0]?.label === '10' ? 'holds' : 'differs',
    seen,
    probeSaying('probe_vat_by_siagh'),
  )
}

function judgeVatByPercent({ habits: { withVatPercent, vatNotByPercent } }: DocumentCounts): Finding {
  const follows = probeSaying('probe_vat_is_not_read')
  if (withVatPercent === 0) return finding('vat_by_percent', 'unseen', probeSaying('probe_no_vat_percent'), follows)
  const seen = probeSaying('probe_vat_by_percent_counts', { other: vatNotByPercent, count: withVatPercent })
  return finding('vat_by_percent', vatNotByPercent === 0 ? 'holds' : 'differs', seen, follows)
}

function judgeRowAmount({ habits: { finalOfRow, finalOfOne } }: DocumentCounts): Finding {
  const follows = probeSaying('probe_row_amount_unused')
  if (finalOfRow + finalOfOne === 0)
    return finding('row_amount', 'unseen', probeSaying('probe_no_row_shows_it'), follows)
  const seen = probeSaying('probe_row_amounts', { row: finalOfRow, one: finalOfOne })
  return finding('row_amount', finalOfOne === 0 ? 'holds' : 'differs', seen, follows)
}

function judgeExtras({ withToll, withAdditionalCosts }: DocumentCounts): Finding {
  const seen = probeSaying('probe_extras_occur', { tolls: withToll, costs: withAdditionalCosts })
  if (withToll + withAdditionalCosts === 0) return finding('extras', 'holds', seen, probeSaying('probe_nothing_to_do'))
  return finding('extras', 'differs', seen, probeSaying('probe_extras_to_decide'))
}

function judgeProducts({ lines, linesWithoutProductCode }: DocumentCounts): Finding {
  const seen = probeSaying('probe_lines_without_code', { count: linesWithoutProductCode, lines })
  if (linesWithoutProductCode === 0)
    return finding('product_codes', 'holds', seen, probeSaying('probe_product_codes_in_siagh'))
  return finding('product_codes', 'differs', seen, probeSaying('probe_product_codes_missing'))
}

function judgeStates({ states }: DocumentCounts): Finding {
  const isKnown = states.every(({ label }) => label === '1' || label === '2')
  const seen = probeSaying('probe_states_occur', { states: listOf(states) })
  return finding('document_states', isKnown ? 'holds' : 'differs', seen, probeSaying('probe_states_to_accept'))
}

/** Example: `1 (12), 2 (40)`. */
function listOf(counts: readonly LabelCount[]): string {
  return counts.map(({ label, count }) => `${label === '' ? '–' : label} (${count})`).join(', ')
}
