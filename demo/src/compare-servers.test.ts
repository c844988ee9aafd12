import { createSandbox, type SiaghRow, type StoredPreInvoice } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import { compareServers, type Books } from './compare-servers'

/** Two servers that agree: a person, a company and an invoice, each written otherwise on either side. */
function agreeing() {
  const { crm, siagh } = createSandbox({ contacts: 0 })
  const before = [siagh.addContact({ Code: 1, Name: 'مدیر سیستم' })]
  const person = crm.createPerson({
    nickName: 'علي نمونه\u200cپور',
    nationalCode: '12345679',
    email: 'ali@example.com',
    phoneContacts: [{ phoneNumber: '۰۹۰۱۰۰۰۰۰۰۱' }, { phoneNumber: '+98 21 00000002' }],
  })
  const company = crm.createOrganization({ nickName: 'شرکت نمونه', phoneContacts: [{ phoneNumber: '021-00000003' }] })
  const contact = siagh.addContact({
    tmpid: person,
    Name: 'علی نمونه پور',
    NationalCode: '0012345679',
    Email: 'ali@example.com',
    MobileNo: '09010000001',
    TelNo: '02100000002',
  })
  siagh.addContact({ tmpid: company, Name: 'شرکت نمونه', TelNo: '02100000003', TowardType: true })
  const details = [
    { productCode: '1', productUnitTypeName: 'عدد', baseUnitPrice: 1000, count: 2, totalDiscount: 100 },
    { productCode: '2', productUnitTypeName: 'متر', baseUnitPrice: 500, count: 1.5 },
  ]
  const invoice = crm.createInvoice({ identityId: person, details, discount: 50 })
  const books: Books = {
    identities: crm.identities(),
    documents: crm.documents(),
    contacts: siagh.contacts(),
    preInvoices: [preInvoiceOf(invoice, contact)],
  }
  return { books, before, contact }
}

function preInvoiceOf(invoice: string, { Code }: SiaghRow): StoredPreInvoice {
  const line = { row: '1', productCode: '1', unit: 'عدد', quantity: 2, price: 1000, discount: 140 }
  return {
    number: '2488',
    code: '15459',
    params: '458640',
    suid: 'A',
    customerCode: Code,
    remarks: `[CRM ${invoice}]`,
    header: {},
    lines: [line, { row: '2', productCode: '2', unit: 'متر', quantity: 1.5, price: 500, discount: 10 }],
    netTotal: 0,
    savedAt: 0,
  }
}

/** What is found after `plant` has changed the books. */
function planted(plant: (books: Books, contact: SiaghRow) => Partial<Books>) {
  const { books, before, contact } = agreeing()
  return compareServers({ ...books, ...plant(books, contact) }, before)
}

const contactWith = (change: Partial<SiaghRow>) => (books: Books, contact: SiaghRow) => ({
  contacts: books.contacts.map((row) => (row === contact ? { ...row, ...change } : row)),
})

const preInvoiceWith = (change: Partial<StoredPreInvoice>) => (books: Books) => ({
  preInvoices: books.preInvoices.map((posted) => ({ ...posted, ...change })),
})

describe('compareServers', () => {
  it('finds nothing where both sides say the same in their own ways', () => {
    expect(planted(() => ({}))).toEqual({ differences: [], doubles: 0 })
  })

  it.each([
    ['name', { Name: 'علی دیگر' }],
    ['mobile', { MobileNo: '09010000009' }],
    ['landline', { TelNo: null }],
    ['national code', { NationalCode: '0012345678' }],
    ['e-mail', { Email: '' }],
    ['kind', { TowardType: true }],
  ] as const)('finds a contact with another %s', (fact, change) => {
    expect(planted(contactWith(change)).differences).toEqual([expect.stringContaining(`: ${fact} is `)])
  })

  it('finds a missing contact, and with it that the document has no customer', () => {
    const { differences } = planted(contactWith({ tmpid: null }))
    expect(differences).toEqual([
      expect.stringContaining('has no contact'),
      expect.stringContaining('its customer is not'),
      expect.stringContaining('belongs to nobody'),
    ])
  })

  it('counts a second contact as a double', () => {
    const found = planted(({ contacts }, contact) => ({ contacts: [...contacts, { ...contact, Code: 99 }] }))
    expect(found).toEqual({ doubles: 1, differences: [expect.stringContaining('has 2 contacts')] })
  })

  it('counts a second pre-invoice as a double', () => {
    const found = planted(({ preInvoices }) => ({ preInvoices: [...preInvoices, ...preInvoices] }))
    expect(found).toEqual({ doubles: 1, differences: [expect.stringContaining('has 2 pre-invoices')] })
  })

  it.each([
    ['its customer is not', { customerCode: 1 }],
    ['2 lines in the CRM, 0 in Siagh', { lines: [] }],
    ['has no pre-invoice', { remarks: '' }],
  ])('finds a pre-invoice of which it says: %s', (words, change) => {
    expect(planted(preInvoiceWith(change)).differences[0]).toContain(words)
  })

  it.each([
    ['line 1 has another', { quantity: 3 }],
    ['line 1 has another', { price: 1001 }],
    ['line 1 has another', { productCode: '9' }],
    ['line 1 has another', { unit: 'متر' }],
    ['discounts are 150 in the CRM and 149 in Siagh', { discount: 139 }],
  ])('finds a line: %s', (words, change) => {
    const change1 = ({ preInvoices }: Books) =>
      preInvoiceWith({
        lines: (preInvoices[0]?.lines ?? []).map((line, at) => (at === 0 ? { ...line, ...change } : line)),
      })
    const found = planted((books) => change1(books)(books))
    expect(found.differences).toEqual([expect.stringContaining(words)])
  })

  it('finds a contact that was in Siagh before and was touched', () => {
    const found = planted(({ contacts }) => ({
      contacts: contacts.map((row) => (row.Code === 1 ? { ...row, Email: 'x' } : row)),
    }))
    expect(found.differences).toEqual(['contact 1 was in Siagh before and is not as it was'])
  })
})
