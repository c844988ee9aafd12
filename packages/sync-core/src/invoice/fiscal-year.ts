import type { Invoice, Quote } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import { invalidData, type InvalidData } from '../invalid-data'
import { jalaliYearOf } from '../iran/calendar'
import type { Rules } from '../rules'
import { worded } from '../messages/core-messages'
import type { DocumentKind } from '../types'

/**
 * The years 1300 to 1599: the same range as the rules allow for a fixed year. It excludes 1 January of the year 1,
 * which is an unset date of .NET.
 */
const EARLIEST = Date.parse('1921-03-22T00:00:00Z')
const LATEST = Date.parse('2221-03-20T00:00:00Z')

/**
 * The fiscal year (`salmali`) into which a document is posted. The rule chooses a fixed year, the year that Siagh
 * named at login, or the Jalali year in Tehran of the document's date. That date is `invoiceDate` or `quoteDate`,
 * else `creatDate`, else `now`. If Siagh named no year at login, the document's date decides. Source: siagh.md,
 * "Field facts". `invalid_data`: the date is outside the years 1300 to 1599.
 */
export function fiscalYearOf(
  document: Invoice | Quote,
  kind: DocumentKind,
  rules: Rules,
  loginFiscalYear: number | undefined,
  now: number,
): Result<number, InvalidData> {
  const rule = rules.preInvoice.fiscalYear
  if (typeof rule === 'number') return ok(rule)
  if (rule === 'login' && loginFiscalYear !== undefined) return ok(loginFiscalYear)
  const { path, date } = dateOf(document, kind, now)
  const at = date.getTime()
  if (at >= EARLIEST && at < LATEST) return ok(jalaliYearOf(date))
  return err(invalidData(kind, [{ path, ...worded('date_without_year') }]))
}

function dateOf(document: Invoice | Quote, kind: DocumentKind, now: number): { path: string; date: Date } {
  const own = ownDateOf(document, kind)
  return own ? { path: `${kind}Date`, date: own } : { path: 'creatDate', date: document.creatDate ?? new Date(now) }
}

function ownDateOf(document: Invoice | Quote, kind: DocumentKind): Date | undefined {
  switch (kind) {
    case 'invoice':
      return 'invoiceDate' in document ? document.invoiceDate : undefined
    case 'quote':
      return 'quoteDate' in document ? document.quoteDate : undefined
  }
}
