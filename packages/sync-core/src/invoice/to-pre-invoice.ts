import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { Rules } from '../rules'
import type { PreInvoiceDraft } from './pre-invoice-draft'

export type { PreInvoiceDraft } from './pre-invoice-draft'

/** Turns a document of the CRM into a pre-invoice of Siagh. */
export function toPreInvoice(
  document: Invoice | Quote,
  _kind: 'invoice' | 'quote',
  rules: Rules,
): Result<PreInvoiceDraft, SyncError> {
  const saleModel = rules.preInvoice.saleModel(document.crmObjectTypeCode)
  return ok({
    preInvoice: {
      state: rules.preInvoice.state,
      documentKind: rules.preInvoice.documentKind,
      saleModel,
      paymentKind: rules.preInvoice.paymentKind,
      salesCentre: saleModel,
      saleKind: rules.preInvoice.saleKind,
      remarks: document.description ?? '',
      title: rules.preInvoice.title(document.crmObjectTypeCode),
      lines: document.details.map((line) => ({
        productCode: line.productCode ?? line.productId ?? '',
        unit: line.productUnitTypeName ?? rules.preInvoice.unit,
        quantity: line.count ?? 0,
        price: line.baseUnitPrice ?? 0,
        discount: line.totalDiscount ?? 0,
      })),
    },
    warnings: [],
  })
}
