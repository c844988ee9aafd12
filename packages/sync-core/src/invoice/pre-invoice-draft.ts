import type { PreInvoice } from '@siagh-sync/siagh-client'
import type { Warning } from '../types'

/**
 * A document of the CRM in Siagh's terms, as far as the document alone tells: the customer's codes, the fiscal year and
 * the `suid` are the flow's to add.
 */
export interface PreInvoiceDraft {
  readonly preInvoice: Omit<PreInvoice, 'suid' | 'contactCode' | 'customerCode' | 'fiscalYear'>
  readonly warnings: readonly Warning[]
}
