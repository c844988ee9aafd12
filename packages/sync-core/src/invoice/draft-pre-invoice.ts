import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { Rules } from '../rules'
import { callMapping } from '../run/call-mapping'
import type { DocumentKind } from '../types'
import { checkPreInvoice } from './check-pre-invoice'
import type { PreInvoiceDraft } from './pre-invoice-draft'
import { toPreInvoice } from './to-pre-invoice'

/**
 * Turns a document into a pre-invoice with the site's own `toPreInvoice` or with ours. The result is checked in the
 * same way.
 */
export function draftPreInvoice(
  document: Invoice | Quote,
  kind: DocumentKind,
  rules: Rules,
): Result<PreInvoiceDraft, SyncError> {
  const mapping = rules.toPreInvoice ?? toPreInvoice
  return callMapping(
    'toPreInvoice',
    () => mapping(document, kind, rules),
    (draft) => checkPreInvoice(draft, kind, rules),
  )
}
