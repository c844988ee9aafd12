import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { SyncError } from '../errors'
import { invalidData } from '../invalid-data'
import { coreSaying, worded } from '../messages/core-messages'
import type { Saying } from '../messages/saying'
import type { DocumentKind } from '../types'

/** The `crmObjectTypeIndex` of each kind. Source: payamgostar.md; a sales quote was seen with 8. */
const INDEX: Readonly<Record<DocumentKind, number>> = { invoice: 5, quote: 8 }

/**
 * The error for a document that the CRM itself shows as another kind, such as a receipt or a purchase invoice, or as a
 * quote where an invoice was asked for. It must never become a sales pre-invoice. `undefined`: it is of this kind, or
 * the CRM does not show the kind.
 */
export function otherKindOfDocument(
  { crmObjectTypeIndex: index }: Invoice | Quote,
  kind: DocumentKind,
): SyncError | undefined {
  if (index === undefined || index === INDEX[kind]) return undefined
  const wanted = nameOf(INDEX[kind])
  const words = worded('document_of_other_kind', { index, name: nameOf(index), wanted, right: INDEX[kind] })
  return invalidData(kind, [{ path: 'crmObjectTypeIndex', ...words }])
}

/** What payamgostar.md calls a `crmObjectTypeIndex`. */
function nameOf(index: number): Saying {
  switch (index) {
    case 5:
      return coreSaying('object_sales_invoice')
    case 8:
      return coreSaying('object_sales_quote')
    case 9:
      return coreSaying('object_receipt')
    case 15:
      return coreSaying('object_purchase_invoice')
    case 16:
      return coreSaying('object_purchase_return')
    case 17:
      return coreSaying('object_sales_return')
    case 18:
      return coreSaying('object_purchase_quote')
    case 23:
      return coreSaying('object_payment')
    case 24:
      return coreSaying('object_identity')
  }
  return coreSaying('object_unknown')
}
