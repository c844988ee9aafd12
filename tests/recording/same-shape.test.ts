import { createSandbox, sampleCompanies, sampleContacts, sampleDocuments, samplePeople } from '@siagh-sync/sandbox'
import type { Invoice } from '@siagh-sync/crm-client'
import { fitAmounts, resolveRules, type FitOfAmounts } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { createAnonymiser } from '../../packages/service/src/recording/anonymise-body'
import { AMOUNT_NAMES } from '../../packages/service/src/recording/disguise-amounts'
import { KEPT_FORMS, KEPT_NUMBERS, KEPT_TEXTS, QUANTITIES } from '../../packages/service/src/recording/kept-words'
import { createSecretOrder } from '../../packages/service/src/recording/secret-order'

const keyOf = (seed: number) => Buffer.alloc(32, seed)
const anonymiserOf = (seed: number) => createAnonymiser(createSecretOrder(keyOf(seed)))

interface Leaf {
  readonly path: string
  readonly name: string
  readonly value: unknown
}

const leavesOf = (value: unknown, path = '', name = ''): readonly Leaf[] => {
  if (typeof value !== 'object' || value === null) return [{ path, name, value }]
  const isList = Array.isArray(value)
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, `${path}/${key}`, isList ? name : key))
}

const mayStay = ({ name, value }: Leaf) => {
  if (value === null || typeof value === 'boolean' || value === '' || value === 0) return true
  if (QUANTITIES.has(name) || KEPT_NUMBERS.has(name)) return true
  if (name === 'identityTypeName') return value === 'مخاطب حقیقی' || value === 'مخاطب حقوقی'
  return typeof value === 'string' && (KEPT_TEXTS.has(value) || KEPT_FORMS.some((form) => form.test(value)))
}

/** Everything of a made-up company: both lists, and documents with custom fields. */
const companyOf = (seed: number) => {
  const { crm, siagh } = createSandbox({ contacts: 30, seed })
  for (const person of samplePeople(10, seed)) crm.createPerson({ ...person, birthDate: '1361-02-03T00:00:00' })
  for (const company of sampleCompanies(5, seed)) crm.createOrganization(company)
  const ids = crm.identities().map(({ crmId }) => crmId)
  const extendedProperties = [{ userKey: 'Kargah', value: `کارگاه ${seed} نمونه`, name: 'کارگاه' }]
  for (const document of sampleDocuments(5, ids, seed)) crm.createInvoice({ ...document, extendedProperties })
  return [siagh.contacts(), crm.identities(), crm.documents(), sampleContacts(5, seed)]
}

type Bill = Readonly<Record<'discount' | 'vat' | 'finalValue', number>> & { readonly details: readonly BillLine[] }
type BillLine = Readonly<Record<'count' | 'baseUnitPrice' | 'totalUnitPrice', number>>

/** Each row costs a fifth more than its price times its count, and the customer pays that. */
function byFormula(bill: Bill): Bill {
  const more = bill.details.map(({ count, baseUnitPrice }) => Math.round((count * baseUnitPrice) / 5))
  const details = bill.details.map((line, index) => ({
    ...line,
    totalUnitPrice: line.count * line.baseUnitPrice + (more[index] ?? 0),
  }))
  return { ...bill, details, finalValue: bill.finalValue + more.reduce((sum, each) => sum + each, 0) }
}

/** The document as the client reads it: what is `null` is absent. */
function asRead(bill: Bill): Invoice {
  return JSON.parse(JSON.stringify(bill), (_, value: unknown) => value ?? undefined) as Invoice
}

const seeds = Array.from({ length: 40 }, (_, index) => index + 1)

describe('an anonymised value', () => {
  it.each(seeds)('has the structure of the real one and nothing else of it (seed %i)', (seed) => {
    const real = companyOf(seed)
    const made = anonymiserOf(seed).json(real)
    const [before, after] = [leavesOf(real), leavesOf(made)]
    expect(after.map(({ path }) => path)).toEqual(before.map(({ path }) => path))
    expect(after.map(({ value }) => typeof value)).toEqual(before.map(({ value }) => typeof value))
    const stayed = before.filter((leaf, index) => !mayStay(leaf) && leaf.value === after[index]?.value)
    // An amount may come out as it was, by chance alone.
    expect(stayed.filter(({ name }) => !AMOUNT_NAMES.has(name))).toEqual([])
    const lengthOf = (value: unknown) => (typeof value === 'string' ? value.length : undefined)
    expect(after.map(({ value }) => lengthOf(value))).toEqual(before.map(({ value }) => lengthOf(value)))
  })

  it.each(seeds)('is another one for another value, and the same for the same (seed %i)', (seed) => {
    const { siagh } = createSandbox({ contacts: 300, seed })
    const codes = siagh.contacts().map(({ Code }) => Code)
    const made = anonymiserOf(seed).json(codes.map((Code) => ({ Code }))) as readonly { Code: number }[]
    expect(new Set(made.map(({ Code }) => Code)).size).toBe(new Set(codes).size)
    expect(anonymiserOf(seed).json(codes.map((Code) => ({ Code })))).toEqual(made)
    expect(anonymiserOf(seed + 1).json(codes.map((Code) => ({ Code })))).not.toEqual(made)
  })
})

describe('the amounts of a document', () => {
  /** The discounts on top of those of the lines and including them; rows of a formula; typed VAT. */
  const variants: readonly (readonly [string, (document: Bill) => Bill])[] = [
    ['as they are', (bill) => bill],
    ['with a discount on top', (bill) => ({ ...bill, discount: 70_000, finalValue: bill.finalValue - 70_000 })],
    ['with a final value of nothing known', (bill) => ({ ...bill, finalValue: bill.finalValue + 123_456 })],
    ['with a final value that is rounded', (bill) => ({ ...bill, finalValue: bill.finalValue + 1 })],
    ['with typed VAT', (bill) => ({ ...bill, vat: bill.vat + 5_500, finalValue: bill.finalValue + 5_500 })],
    ['with totals of a formula', (bill) => byFormula(bill)],
  ]
  const rules = resolveRules({})

  it.each(variants)('are read by the product as the real ones are: %s', (_, change) => {
    const readings = seeds.slice(0, 15).flatMap((seed) => {
      const { crm } = createSandbox({ contacts: 3, seed })
      crm.createPerson(samplePeople(1, seed)[0] ?? {})
      const ids = crm.identities().map(({ crmId }) => crmId)
      for (const document of sampleDocuments(3, ids, seed)) crm.createInvoice(document)
      return crm.documents().map((document) => {
        const real = change(document)
        const made = anonymiserOf(seed).json(real) as Bill
        return [fitAmounts(asRead(real), rules), fitAmounts(asRead(made), rules)] as const
      })
    })
    const shown = (fit: FitOfAmounts) =>
      fit.is === 'fits' ? fit : { is: fit.is, where: fit.issues.map(({ path }) => path) }
    expect(readings.length).toBeGreaterThan(40)
    expect(readings.map(([, made]) => shown(made))).toEqual(readings.map(([real]) => shown(real)))
  })
})

describe('relations of values', () => {
  const { json } = anonymiserOf(7)
  const text = (value: string) => (json({ Name: value }) as { Name: string }).Name
  const latin = (value: string) => value.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))

  it.each([
    '+989121234567',
    '00989121234567',
    '989121234567',
    '۰۹۱۲۱۲۳۴۵۶۷',
    '0912-123 4567',
    '9121234567',
    '0912 1234567',
  ])('a mobile number stays the same one in every writing: %s', (written) => {
    const ten = text('09121234567').slice(1)
    expect(ten).toMatch(/^9\d{9}$/)
    expect(latin(text(written)).replace(/\D/g, '')).toMatch(new RegExp(`${ten}$`))
    expect(text(written).replace(/[\d۰-۹]/g, '')).toBe(written.replace(/[\d۰-۹]/g, ''))
  })

  it('a landline stays the same one in every writing', () => {
    const ten = text('02188000008').slice(1)
    for (const written of ['+98 21 88000008', '021-88000008', '2188000008', '0098 21 8800 0008'])
      expect(text(written).replace(/\D/g, '')).toMatch(new RegExp(`${ten}$`))
  })

  it('a national code is the same one without its zeros, and keeps a right check digit', () => {
    expect(text('0012345679')).toBe(`00${text('12345679')}`)
    const [digits, check] = [text('0012345679').slice(0, 9), Number(text('0012345679')[9])]
    const rest = Array.from(digits).reduce((sum, digit, index) => sum + Number(digit) * (10 - index), 0) % 11
    expect(check).toBe(rest < 2 ? rest : 11 - rest)
  })

  it('a code is the same one as a number, as a text and within pairs', () => {
    const made = json({ Code: 8356, customerNumber: '8356', ctrlValues: 'Param1=8356|gn_web_users.tmpid=8356' })
    const { Code } = made as { Code: number }
    const values = `Param1=${Code}|gn_web_users.tmpid=${Code}`
    expect(made).toEqual({ Code, customerNumber: String(Code), ctrlValues: values })
  })

  it('an id is the same one in capitals and without hyphens', () => {
    const made = text('2b1f0c6e-0000-4000-8000-0000000000ab')
    expect(text('2B1F0C6E-0000-4000-8000-0000000000AB')).toBe(made.toUpperCase())
    expect(text('2b1f0c6e0000400080000000000000ab')).toBe(made.replaceAll('-', ''))
  })

  it('a name is made of its parts, and has an Arabic letter where the real one has one', () => {
    expect(text('علی نمونه‌پور')).toBe(`${text('علی')} ${text('نمونه')}‌${text('پور')}`)
    expect(text('علي')).toContain('ي')
    expect(text('Ali Reza')).toMatch(/^[A-Z][a-z]{2} [A-Z][a-z]{3}$/)
  })

  it('what is written behind an escape is read before it is replaced', () => {
    for (const written of ['%D8%B1%D8%B6%D8%A7', '\\u0631\\u0636\\u0627', '&#1585;&#1590;&#1575;'])
      expect(text(written)).toBe(text('رضا'))
  })

  it('times keep their order and the time between them; a date of birth keeps nothing', () => {
    const made = json({
      creatDate: '2025-12-21T14:06:17.173',
      modifyDate: '2025-12-21T14:10:20.033',
      birthDate: '1982-03-04T00:00:00',
    }) as Record<'creatDate' | 'modifyDate' | 'birthDate', string>
    const at = (time: string) => Date.parse(`${time}Z`)
    expect(made.creatDate).not.toBe('2025-12-21T14:06:17.173')
    expect(at(made.modifyDate) - at(made.creatDate)).toBe(4 * 60_000 + 2_860)
    expect(made.birthDate).toMatch(/^19[5-9]\d-\d\d-\d\dT00:00:00$/)
  })

  it('the answer of a refusal keeps its known words and nothing else', () => {
    const made = json({ Description: 'شماره موبایل نمی تواند تکراری باشد. پنداری 09121234567', ErrorType: 'ErrError' })
    expect(made).toMatchObject({ ErrorType: 'ErrError' })
    expect((made as { Description: string }).Description).toMatch(
      /^شماره موبایل نمی تواند تکراری باشد\. [ثجچحخذژضطظغق]{6} 09\d{9}$/,
    )
  })

  it('an unknown field is taken for personal, and so is a text within a text', () => {
    const made = JSON.stringify(
      json({ anything: { new: 'Farahani', list: ['Kashani 4455'], inner: '{"a":"Zanjani"}' } }),
    )
    expect(made).not.toMatch(/farahani|kashani|4455|zanjani/i)
  })
})
