import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { err, Result } from 'neverthrow'
import { customField } from '../custom-fields'
import type { SyncError } from '../errors'
import { invalidData } from '../invalid-data'
import type { Rules } from '../rules'
import { amountsOf, checkAmounts } from './amounts'
import { chooseReading } from './choose-reading'
import { documentCodes } from './document-codes'
import { extrasOf } from './extras'
import type { PreInvoiceDraft } from './pre-invoice-draft'
import { readingsOf } from './readings'
import { remarksOf } from './remarks'
import { toLines } from './to-lines'
import type { DocumentKind } from '../types'

/**
 * Turns a document of the CRM into a pre-invoice of Siagh. Pure. Its amounts are understood in the way that makes its
 * `finalValue`. The document's own discount is spread over its lines. Siagh computes VAT itself. `invalid_data`: lines
 * or sums are wrong, there is a toll or an additional cost that the rules refuse, or the rules of the site do not say
 * how a document of this type is sold.
 */
export function toPreInvoice(
  document: Invoice | Quote,
  kind: DocumentKind,
  rules: Rules,
): Result<PreInvoiceDraft, SyncError> {
  const readings = readingsOf(document, rules)
  const amountIssues = checkAmounts(document, amountsOf(document), readings[0]?.lines ?? [])
  const codes = documentCodes(document, kind, rules)
  const codeIssues = codes.isErr() ? codes.error : []
  const chosen = chooseReading(document, readings)
  if (chosen.isErr()) return err(invalidData(kind, [...amountIssues, ...chosen.error, ...codeIssues]))
  const { lines, amounts } = chosen.value
  const extras = extrasOf(amounts, lines.length, rules)
  const custom = Result.combineWithAllErrors(
    rules.preInvoice.remarks.map((userKey) => customField(document.extendedProperties, userKey)),
  )
  const issues = [...amountIssues, ...extras.issues, ...codeIssues, ...(custom.isErr() ? custom.error : [])]
  if (codes.isErr() || issues.length > 0) return err(invalidData(kind, issues))

  const customNotes = custom.unwrapOr([]).flatMap((field) => (field ? [`${field.name}: ${field.text}`] : []))
  const { remarks, warnings } = remarksOf(document, [...extras.notes, ...customNotes], rules)
  const { intermediary, ...head } = codes.value
  const { state, documentKind } = rules.preInvoice
  return toLines(lines, amounts.discount, rules.money)
    .map((rows) => ({
      preInvoice: {
        ...{ state, documentKind, ...head, remarks, lines: rows },
        ...(intermediary !== null && { intermediary }),
      },
      warnings: [...extras.warnings, ...warnings],
    }))
    .mapErr((unsendable) => invalidData(kind, unsendable))
}
