import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { err, Result } from 'neverthrow'
import { customField } from '../custom-fields'
import type { Issue, SyncError } from '../errors'
import { invalidData } from '../invalid-data'
import { normalizeText } from '../iran/text'
import type { Rules } from '../rules'
import { amountsOf, checkAmounts } from './amounts'
import { chooseReading } from './choose-reading'
import { extrasOf } from './extras'
import type { PreInvoiceDraft } from './pre-invoice-draft'
import { readingsOf } from './readings'
import { remarksOf } from './remarks'
import { toLines } from './to-lines'
import { worded } from '../messages/core-messages'

/**
 * Turns a document of the CRM into a pre-invoice of Siagh. Pure. Its amounts are understood in the way that makes its
 * `finalValue`. The document's own discount is spread over its lines. Siagh computes VAT itself. `invalid_data`: lines or sums are wrong, or there is a toll or an additional cost
 * that the rules refuse.
 */
export function toPreInvoice(
  document: Invoice | Quote,
  kind: 'invoice' | 'quote',
  rules: Rules,
): Result<PreInvoiceDraft, SyncError> {
  const readings = readingsOf(document, rules)
  const amountIssues = checkAmounts(document, amountsOf(document), readings[0]?.lines ?? [])
  const head = headOf(document, rules)
  const chosen = chooseReading(document, readings)
  if (chosen.isErr()) return err(invalidData(kind, [...amountIssues, ...chosen.error, ...head.issues]))
  const { lines, amounts } = chosen.value
  const extras = extrasOf(amounts, lines.length, rules)
  const custom = Result.combineWithAllErrors(
    rules.preInvoice.remarks.map((userKey) => customField(document.extendedProperties, userKey)),
  )
  const issues = [...amountIssues, ...extras.issues, ...head.issues, ...(custom.isErr() ? custom.error : [])]
  if (issues.length > 0) return err(invalidData(kind, issues))

  const customNotes = custom.unwrapOr([]).flatMap((field) => (field ? [`${field.name}: ${field.text}`] : []))
  const { remarks, warnings } = remarksOf(document, [...extras.notes, ...customNotes], rules)
  return toLines(lines, amounts.discount, rules.money)
    .map((rows) => ({
      preInvoice: { ...head.fields, remarks, lines: rows },
      warnings: [...extras.warnings, ...warnings],
    }))
    .mapErr((unsendable) => invalidData(kind, unsendable))
}

type Head = Omit<PreInvoiceDraft['preInvoice'], 'remarks' | 'lines'>

/** The sale model is checked, because a site's own `saleModel` may not know a type code. */
function headOf(
  { crmObjectTypeCode }: Invoice | Quote,
  { preInvoice, letters }: Rules,
): { fields: Head; issues: Issue[] } {
  const { state, documentKind, paymentKind, saleKind, intermediary, salesCentre } = preInvoice
  const saleModel = preInvoice.saleModel(crmObjectTypeCode)
  const known = Number.isSafeInteger(saleModel) && saleModel >= 0
  const fields = {
    state,
    documentKind,
    saleModel,
    paymentKind,
    salesCentre: salesCentre === 'sale-model' ? saleModel : salesCentre,
    saleKind,
    ...(intermediary !== null && { intermediary }),
    title: normalizeText(preInvoice.title(crmObjectTypeCode), letters),
  }
  return {
    fields,
    issues: known ? [] : [{ path: 'crmObjectTypeCode', ...worded('no_sale_model') }],
  }
}
