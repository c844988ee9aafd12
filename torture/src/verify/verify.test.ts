import { createSandbox, sampleDocuments, samplePeople, type Sandbox } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import { newRecord, type LoadRecord } from '../load/record'
import type { Books } from '../stage/control'
import type { Evidence } from './finding'
import type { InboxRow, JournalRow, MappingRow } from './read-store'
import { verify } from './verify'

const CREATED_AT = 1_000
const settled = { state: 'settled', event: 'update', generation: 1, attempts: 0 } as const
const noError = { error_kind: null, error_message: null, error_details_json: null }

/** One person with its contact and one invoice with its pre-invoice, all as it should be. */
function scene() {
  const sandbox = createSandbox({ contacts: 3 })
  const before = [...sandbox.siagh.contacts()]
  const id = sandbox.crm.createPerson({ ...samplePeople(1)[0], email: 'sample@example.com' })
  const person = known(newRecord('identity'), id)
  const invoice = known(
    newRecord('invoice', { customer: person }),
    sandbox.crm.createInvoice({ ...sampleDocuments(1, [id])[0] }),
  )
  const contact = addContact(sandbox, id)
  const books: Books = { ...booksOf(sandbox), preInvoices: [preInvoiceFor(sandbox, invoice, contact.Code, '15459')] }
  const mappings = [linked(`identity/${id}`, String(contact.Code)), linked(`invoice/${invoice.id}`, '15459')]
  return { sandbox, before, person, invoice, contact, books, mappings, inbox: [entry(person), entry(invoice)] }
}

function known(record: LoadRecord, id: string): LoadRecord {
  return Object.assign(record, { id, version: 1, acknowledgedVersion: 1 })
}

const linked = (key: string, code: string): MappingRow => ({ key, state: 'linked', code })
const entry = ({ kind, id }: LoadRecord): InboxRow => ({ key: `${kind}/${id}`, ...settled, ...noError })

function addContact({ crm, siagh }: Sandbox, id: string) {
  const [identity] = crm.identities()
  const mobile = identity?.phoneContacts.map(({ phoneNumber }) => phoneNumber).at(0) ?? ''
  return siagh.addContact({
    tmpid: id,
    Name: identity?.nickName ?? '',
    MobileNo: mobile,
    NationalCode: identity?.nationalCode ?? '',
    Email: 'sample@example.com',
  })
}

const booksOf = ({ crm, siagh }: Sandbox): Books => ({
  contacts: siagh.contacts(),
  preInvoices: siagh.preInvoices(),
  identities: crm.identities(),
  documents: crm.documents(),
  siaghRequests: siagh.requests(),
  crmRequests: crm.requests(),
})

function preInvoiceFor({ crm }: Sandbox, invoice: LoadRecord, customerCode: number, code: string) {
  const details = crm.documents().find(({ crmId }) => crmId === invoice.id)?.details ?? []
  const lines = details.map(
    ({ productCode, productUnitTypeName: unit, count: quantity, baseUnitPrice: price }, index) => ({
      row: String(index + 1),
      productCode,
      unit,
      quantity,
      price,
      discount: 0,
    }),
  )
  const ids = { number: '2488', code, params: '', suid: '', remarks: `invoice ${invoice.id}` }
  return { ...ids, customerCode, header: {}, lines, netTotal: 0, savedAt: 0 }
}

function judge(
  { person, invoice, before, ...held }: ReturnType<typeof scene>,
  {
    journal,
    leases = [],
    schedule = [],
  }: Partial<Pick<Evidence, 'schedule'>> & {
    readonly journal?: readonly JournalRow[]
    readonly leases?: readonly string[]
  } = {},
): string[] {
  const records = [person, invoice]
  const byKey = <Row extends { readonly key: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [row.key, row]))
  const evidence: Evidence = {
    records,
    deliveries: {
      due: 2,
      retried: 0,
      givenUp: 0,
      acknowledged: records.map((record) => ({ record, sentAt: CREATED_AT, acknowledgedAt: CREATED_AT + 5 })),
    },
    store: {
      mappings: byKey(held.mappings),
      inbox: byKey(held.inbox),
      journal: journal ?? records.map((record) => run(record)),
      leases,
    },
    books: held.books,
    before,
    schedule,
    startedAt: 0,
  }
  return verify(evidence, []).violations.map(({ about, what }) => `${about} ${what}`)
}

const run = ({ kind, id }: LoadRecord, changes: Partial<JournalRow> = {}): JournalRow => ({
  key: `${kind}/${id}`,
  at: CREATED_AT + 10,
  duration_ms: 40,
  outcome: 'created',
  error_kind: null,
  calls_json: '[]',
  ...changes,
})

describe('the judges', () => {
  it('have nothing to say where all is well', () => {
    expect(judge(scene())).toEqual([])
  })

  it('find a second contact', () => {
    const held = scene()
    const second = addContact(held.sandbox, held.person.id)
    const books = { ...held.books, contacts: held.sandbox.siagh.contacts() }
    expect(judge({ ...held, books })).toEqual([
      `identity/${held.person.id} has 2 contacts: ${String(held.contact.Code)}, ${String(second.Code)}`,
    ])
  })

  it('find a contact that is not as the CRM has it', () => {
    const held = scene()
    held.sandbox.crm.updateIdentity(held.person.id, { email: 'newer@example.com' })
    const books = { ...held.books, identities: held.sandbox.crm.identities() }
    expect(judge({ ...held, books })[0]).toMatch(/e-mail is "newer@example.com" in the CRM and "sample@example.com"/)
  })

  it('find an acknowledged identity that is nowhere', () => {
    const held = scene()
    const contacts = held.books.contacts.filter(({ tmpid }) => tmpid !== held.person.id)
    const mappings = held.mappings.filter(({ key }) => key.startsWith('invoice/'))
    const found = judge({ ...held, mappings, books: { ...held.books, contacts } })
    expect(found).toContain(`identity/${held.person.id} was acknowledged and has no contact`)
  })

  it('find a second pre-invoice, one that is missing, and one of nobody', () => {
    const held = scene()
    const [posted] = held.books.preInvoices
    if (!posted) throw new Error('there is no pre-invoice')
    const withPosted = (preInvoices: Books['preInvoices']) => judge({ ...held, books: { ...held.books, preInvoices } })
    expect(withPosted([posted, { ...posted, number: '2489' }])[0]).toMatch(/has 2 pre-invoices: 2488, 2489/)
    expect(withPosted([])[0]).toMatch(/was acknowledged and has no pre-invoice/)
    expect(withPosted([posted, { ...posted, number: '2490', remarks: '' }])).toEqual([
      'pre-invoice 2490 belongs to no document in the CRM',
    ])
  })

  it('find a doubt without a reason, and believe one that has it', () => {
    const held = scene()
    const key = `invoice/${held.invoice.id}`
    const doubtful = {
      ...held,
      mappings: held.mappings.map((row) => (row.key === key ? { key, state: 'in_doubt' as const, code: null } : row)),
      inbox: held.inbox.map((row) =>
        row.key === key ? { ...row, state: 'failed' as const, error_kind: 'in_doubt' } : row,
      ),
    }
    const journal = [
      run(held.person),
      run(held.invoice, { outcome: null, error_kind: 'in_doubt', calls_json: '["siagh.createPreInvoice"]' }),
    ]
    expect(judge(doubtful, { journal })).toEqual([`${key} is in doubt, and nothing happened that could be the reason`])

    const call = { method: 'POST', path: '/BpmsApi/SaveFormData', operation: 'savePreInvoice' }
    const lost = { ...call, at: CREATED_AT + 20, applied: true, fault: 'resetAfter' as const }
    expect(judge({ ...doubtful, books: { ...held.books, siaghRequests: [lost] } }, { journal })).toEqual([])
  })

  it('find a failure without a reason, a change that waits for ever, and a lease that nobody gave back', () => {
    const held = scene()
    const key = `identity/${held.person.id}`
    const [, other] = held.inbox
    if (!other) throw new Error('there is no second entry')
    const failed = { ...entry(held.person), state: 'failed' as const, error_kind: 'unauthorized', error_message: 'no' }
    expect(judge({ ...held, inbox: [failed, other] })[0]).toMatch(`${key} failed for no reason: unauthorized: no`)
    const missing = { ...failed, error_kind: 'not_found' }
    const complaint = expect.stringContaining('failed for no reason') as string
    expect(judge({ ...held, inbox: [missing, other] })).toContainEqual(complaint)
    const deleted = { ...held.books, identities: [] }
    expect(judge({ ...held, books: deleted, inbox: [missing, other] })).not.toContainEqual(complaint)
    const pending = { ...entry(held.person), state: 'pending' as const }
    expect(judge({ ...held, inbox: [pending, other] })).toEqual([`${key} is still pending (null)`])
    expect(judge(held, { leases: [key] })).toEqual([`${key} is still leased`])
  })

  it('find a webhook that was acknowledged and never handled', () => {
    const held = scene()
    const journal = [run(held.person, { at: CREATED_AT - 1 }), run(held.invoice)]
    expect(judge(held, { journal })).toEqual([
      `identity/${held.person.id} was acknowledged at ${String(CREATED_AT + 5)}, and no run followed`,
    ])
  })
})
