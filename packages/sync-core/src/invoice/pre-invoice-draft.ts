import type { PreInvoice } from '@siagh-sync/siagh-client'
import type { Warning } from '../types'

/**
 * A document of the CRM as a pre-invoice, without the customer's codes, the fiscal year and the `suid`. Those do not
 * come from the document alone and are added later.
 */
export interface PreInvoiceDraft {
  readonly preInvoice: Omit<PreInvoice, 'suid' | 'contactCode' | 'customerCode' | 'fiscalYear'>
  readonly warnings: readonly Warning[]
}
