import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { jalaliYearOf } from '../iran/calendar'
import type { Rules } from '../rules'

/**
 * The fiscal year (`salmali`) that a document is posted into. By rule a fixed year, the one that Siagh's login answered,
 * or the Jalali year in Tehran of the document's date: `invoiceDate` or `quoteDate`, else `creatDate`, else `now`.
 * Where the login told no year, the document's date decides. Source: siagh.md, "Field facts".
 */
export function fiscalYearOf(
  document: Invoice | Quote,
  kind: 'invoice' | 'quote',
  rules: Rules,
  loginFiscalYear: number | undefined,
  now: number,
): number {
  const rule = rules.preInvoice.fiscalYear
  if (typeof rule === 'number') return rule
  if (rule === 'login' && loginFiscalYear !== undefined) return loginFiscalYear
  return jalaliYearOf(dateOf(document, kind) ?? document.creatDate ?? now)
}

function dateOf(document: Invoice | Quote, kind: 'invoice' | 'quote'): Date | undefined {
  if (kind === 'invoice') return 'invoiceDate' in document ? document.invoiceDate : undefined
  return 'quoteDate' in document ? document.quoteDate : undefined
}
