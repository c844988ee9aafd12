import { describe, expect, test } from 'vitest'
import { resolveRules } from '../rules'
import { fiscalYearOf as read } from './fiscal-year'
import { expectErr, expectOk } from '../../../../test-support/results'

const lastMoment = new Date('2025-03-20T20:29:59Z')
const newYear = new Date('2025-03-20T20:30:00Z')
const now = Date.parse('2026-05-01T00:00:00Z')
const bare = { crmId: 'a', details: [] }
const fiscalYearOf = (...args: Parameters<typeof read>) => expectOk(read(...args))

describe('the fiscal year', () => {
  test("is that of Siagh's login by default, whatever the document's date", () => {
    expect(fiscalYearOf({ ...bare, creatDate: lastMoment }, 'quote', resolveRules(), 1404, now)).toBe(1404)
  })

  test("is that of the document's date where the login told none", () => {
    expect(fiscalYearOf({ ...bare, creatDate: lastMoment }, 'quote', resolveRules(), undefined, now)).toBe(1403)
  })

  test("by rule is the Jalali year of the document's own date, then of its making, then now", () => {
    const rules = resolveRules({ preInvoice: { fiscalYear: 'document-date' } })
    const invoice = { ...bare, invoiceDate: newYear, creatDate: lastMoment }
    expect(fiscalYearOf(invoice, 'invoice', rules, 1399, now)).toBe(1404)
    expect(fiscalYearOf({ ...bare, quoteDate: newYear, creatDate: lastMoment }, 'quote', rules, 1399, now)).toBe(1404)
    expect(fiscalYearOf({ ...bare, creatDate: lastMoment }, 'invoice', rules, 1399, now)).toBe(1403)
    expect(fiscalYearOf(bare, 'invoice', rules, 1399, now)).toBe(1405)
  })

  test('by rule is fixed', () => {
    const rules = resolveRules({ preInvoice: { fiscalYear: 1402 } })
    expect(fiscalYearOf({ ...bare, creatDate: newYear }, 'quote', rules, 1404, now)).toBe(1402)
  })

  test.each(['0001-01-01T00:00:00Z', '1921-03-21T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'refuses a date that can have none, and names it: %s',
    (date) => {
      const rules = resolveRules({ preInvoice: { fiscalYear: 'document-date' } })
      const error = (document: Parameters<typeof read>[0], kind: 'invoice' | 'quote') =>
        expectErr(read(document, kind, rules, 1404, now))
      expect(error({ ...bare, invoiceDate: new Date(date) }, 'invoice').issues).toMatchObject([{ path: 'invoiceDate' }])
      expect(error({ ...bare, quoteDate: new Date(date) }, 'quote').issues).toMatchObject([{ path: 'quoteDate' }])
      expect(error({ ...bare, creatDate: new Date(date) }, 'quote').issues).toMatchObject([{ path: 'creatDate' }])
    },
  )
})
