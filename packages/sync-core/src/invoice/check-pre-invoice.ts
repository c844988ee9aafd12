import type { PreInvoiceLine } from '@siagh-sync/siagh-client'
import { err, ok, type Result } from 'neverthrow'
import type { Issue, SyncError } from '../errors'
import { invalidData } from '../invalid-data'
import { unsendableTexts } from '../iran/unsendable-texts'
import type { Rules } from '../rules'
import type { DocumentKind } from '../types'
import { Amount, toUnit } from './money'
import type { PreInvoiceDraft } from './pre-invoice-draft'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

const CODES = ['state', 'documentKind', 'saleModel', 'paymentKind', 'salesCentre', 'saleKind'] as const

/**
 * Checks whether a draft can be posted. Drafts of a site are checked like ours. `invalid_data`: a code is not a whole
 * number; a text is missing, has lost letters, holds control characters or is too long; there are no lines; or the
 * count, price or discount of a line is impossible.
 */
export function checkPreInvoice(
  draft: PreInvoiceDraft,
  kind: DocumentKind,
  rules: Rules,
): Result<PreInvoiceDraft, SyncError> {
  const { preInvoice, warnings } = draft
  const given: Readonly<Record<string, unknown>> = { ...preInvoice }
  const issues: Issue[] = CODES.filter((name) => !isCode(given[name])).map((path) => ({
    path,
    ...worded('no_whole_number'),
  }))
  if (given['intermediary'] !== undefined && !isCode(given['intermediary'])) {
    issues.push({ path: 'intermediary', ...worded('no_whole_number_if_given') })
  }
  issues.push(...textIssues('title', given['title']), ...remarksIssues(given['remarks'], rules))
  const lines: unknown = given['lines']
  if (!Array.isArray(lines) || lines.length === 0) issues.push({ path: 'details', ...worded('document_without_lines') })
  else issues.push(...preInvoice.lines.flatMap((line, index) => lineIssues(line, `details.${index}`, rules)))
  if (!Array.isArray(warnings)) issues.push({ path: 'warnings', ...worded('no_list') })
  return issues.length > 0 ? err(invalidData(kind, issues)) : ok(draft)
}

function isCode(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function textIssues(path: string, text: unknown): Issue[] {
  return typeof text === 'string' ? unsendableTexts(text, path) : [{ path, ...worded('no_text') }]
}

function remarksIssues(remarks: unknown, { preInvoice: { maxRemarksLength } }: Rules): Issue[] {
  const issues = textIssues('description', remarks)
  if (typeof remarks !== 'string' || remarks.length <= maxRemarksLength) return issues
  const words = worded('remarks_too_long', { length: remarks.length, most: maxRemarksLength })
  return [...issues, { path: 'description', ...words }]
}

function lineIssues(line: PreInvoiceLine, path: string, { money }: Rules): Issue[] {
  const { productCode, unit, quantity, price, discount } = line
  const issues = [...textIssues(`${path}.productCode`, productCode), ...textIssues(`${path}.productUnitTypeName`, unit)]
  const demand = (isFulfilled: boolean, field: string, words: Worded) => {
    if (!isFulfilled) issues.push({ path: `${path}.${field}`, ...words })
  }
  const isAmount = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0
  demand(productCode !== '', 'productCode', worded('no_product_code'))
  demand(isAmount(quantity) && quantity > 0, 'count', worded('above_zero'))
  demand(isAmount(price), 'baseUnitPrice', worded('zero_or_more'))
  demand(isAmount(discount), 'totalDiscount', worded('zero_or_more'))
  if (!isAmount(quantity) || !isAmount(price) || !isAmount(discount)) return issues
  const most = new Amount(price).mul(quantity).plus(toUnit(new Amount(1), money))
  demand(most.gte(discount), 'totalDiscount', worded('discount_above_own_line', { discount: String(discount) }))
  return issues
}
