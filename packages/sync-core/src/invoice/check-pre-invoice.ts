import type { PreInvoiceLine } from '@siagh-sync/siagh-client'
import { err, ok, type Result } from 'neverthrow'
import type { Issue, SyncError } from '../errors'
import { invalidData } from '../invalid-data'
import { unsendableTexts } from '../iran/unsendable-texts'
import type { Rules } from '../rules'
import type { DocumentKind } from '../types'
import { Amount, toUnit } from './money'
import type { PreInvoiceDraft } from './pre-invoice-draft'

const CODES = ['state', 'documentKind', 'saleModel', 'paymentKind', 'salesCentre', 'saleKind'] as const

/**
 * Whether a draft can be posted, ours and a site's own alike. `invalid_data`: a code is no whole number, a text is none, has lost letters, holds
 * control characters or is too long, there are no lines, or a line's count, price or discount cannot be one.
 */
export function checkPreInvoice(
  draft: PreInvoiceDraft,
  kind: DocumentKind,
  rules: Rules,
): Result<PreInvoiceDraft, SyncError> {
  const { preInvoice, warnings } = draft
  const given: Readonly<Record<string, unknown>> = { ...preInvoice }
  const issues: Issue[] = CODES.filter((name) => !isCode(given[name])).map((path) => ({ path, message: NO_CODE }))
  if (given['intermediary'] !== undefined && !isCode(given['intermediary'])) {
    issues.push({ path: 'intermediary', message: `${NO_CODE}, or left out` })
  }
  issues.push(...textIssues('title', given['title']), ...remarksIssues(given['remarks'], rules))
  const lines: unknown = given['lines']
  if (!Array.isArray(lines) || lines.length === 0)
    issues.push({ path: 'details', message: 'the document has no lines' })
  else issues.push(...preInvoice.lines.flatMap((line, index) => lineIssues(line, `details.${index}`, rules)))
  if (!Array.isArray(warnings)) issues.push({ path: 'warnings', message: 'must be a list, [] for none' })
  return issues.length > 0 ? err(invalidData(kind, issues)) : ok(draft)
}

const NO_CODE = 'must be a whole number, 0 or more'

function isCode(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function textIssues(path: string, text: unknown): Issue[] {
  return typeof text === 'string' ? unsendableTexts(text, path) : [{ path, message: 'must be a text' }]
}

function remarksIssues(remarks: unknown, { preInvoice: { maxRemarksLength } }: Rules): Issue[] {
  const issues = textIssues('description', remarks)
  if (typeof remarks !== 'string' || remarks.length <= maxRemarksLength) return issues
  const message = `the remarks are ${remarks.length} characters long, and ${maxRemarksLength} are allowed`
  return [...issues, { path: 'description', message }]
}

function lineIssues(line: PreInvoiceLine, path: string, { money }: Rules): Issue[] {
  const { productCode, unit, quantity, price, discount } = line
  const issues = [...textIssues(`${path}.productCode`, productCode), ...textIssues(`${path}.productUnitTypeName`, unit)]
  const demand = (isFulfilled: boolean, field: string, message: string) => {
    if (!isFulfilled) issues.push({ path: `${path}.${field}`, message })
  }
  const isAmount = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0
  demand(productCode !== '', 'productCode', 'there is no product code')
  demand(isAmount(quantity) && quantity > 0, 'count', 'must be a number above 0')
  demand(isAmount(price), 'baseUnitPrice', 'must be a number, 0 or more')
  demand(isAmount(discount), 'totalDiscount', 'must be a number, 0 or more')
  if (!isAmount(quantity) || !isAmount(price) || !isAmount(discount)) return issues
  const most = new Amount(price).mul(quantity).plus(toUnit(new Amount(1), money))
  demand(most.gte(discount), 'totalDiscount', `is ${discount}, more than the line is worth`)
  return issues
}
