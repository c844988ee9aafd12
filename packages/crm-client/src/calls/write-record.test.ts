import { describe, expect, it } from 'vitest'
import { clientOfFake, fakeCrm, json, nothing, plain } from '../../test/fake-crm'
import type { CrmClient } from '../client-types'
import type { Organization, Person } from '../types'
import { expectErr, expectOk } from '../../../../test-support/results'

const crmId = '2b1f0c6e-0000-4000-8000-000000000001'
const person: Person = { crmId, nickName: 'رضا نمونه‌پور', phoneContacts: [], addressContacts: [] }
const organization: Organization = { crmId, nickName: 'نمونه گستر', phoneContacts: [], addressContacts: [] }

const creates = [
  ['person/create', (client: CrmClient) => client.createPerson({ nickName: 'رضا نمونه‌پور' })],
  ['organization/create', (client: CrmClient) => client.createOrganization({ nickName: 'نمونه گستر' })],
] as const
const updates = [
  ['person/update', (client: CrmClient) => client.updatePerson(person)],
  ['organization/update', (client: CrmClient) => client.updateOrganization(organization)],
] as const

describe('writing a record', () => {
  const crm = fakeCrm()

  describe.each([...creates, ...updates])('%s', (path, write) => {
    it('answers the id', async () => {
      crm.answer(path, () => json({ crmId }))
      expect(expectOk(await write(clientOfFake()))).toEqual({ crmId })
    })

    it.each([400, 409, 422])('is rejected with the reasons of a %i', async (status) => {
      const errorDetails = [{ statusCode: 12, field: 'nationalCode', message: 'کد ملی تکراری است' }]
      crm.answer(path, () => json({ code: 1, message: 'خطا', errorDetails }, status))
      expect(expectErr(await write(clientOfFake()))).toEqual({
        kind: 'rejected',
        retryable: false,
        system: 'crm',
        message: `The CRM refused (HTTP ${status})`,
        words: { code: 'call_refused', params: { status } },
        reasons: [{ message: 'خطا' }, { message: 'کد ملی تکراری است', field: 'nationalCode' }],
      })
    })

    it('is rejected without a reason where an HTML page refuses', async () => {
      crm.answer(path, () => plain('<!DOCTYPE html><html><body>stack trace</body></html>', 400, 'text/html'))
      expect(expectErr(await write(clientOfFake()))).toMatchObject({ kind: 'rejected', reasons: [] })
    })

    it.each([
      ['a 500', () => json({ message: 'timeout' }, 500)],
      ['a 200 without a body', () => nothing(200)],
      ['a 200 without an id', () => json({ crmId: '' })],
      ['a 200 with a page', () => plain('<html></html>', 200, 'text/html')],
    ])('leaves the outcome unknown after %s', async (_name, answer) => {
      crm.answer(path, answer)
      expect(expectErr(await write(clientOfFake()))).toMatchObject({ kind: 'outcome_unknown' })
      expect(crm.calls()).toHaveLength(1)
    })
  })

  it.each(['person', 'organization'] as const)('does not send a new %s that may no longer leave', async (type) => {
    crm.answer(`${type}/create`, () => json({ crmId }))
    const client = clientOfFake()
    const create = type === 'person' ? client.createPerson : client.createOrganization
    const stopped = await create({ nickName: 'رضا' }, { mayLeave: () => false })
    expect(expectErr(stopped).kind).toBe('unavailable')
    expect(crm.calls()).toEqual([])
    expect((await create({ nickName: 'رضا' }, { mayLeave: () => true })).isOk()).toBe(true)
  })

  it('sends the categories of a new person', async () => {
    crm.answer('person/create', () => json({ crmId }))
    const made = await clientOfFake().createPerson({ nickName: 'رضا', categories: [{ key: 'vip' }] })
    expect(made.isOk()).toBe(true)
    expect(crm.calls()).toMatchObject([{ body: { nickName: 'رضا', categories: [{ key: 'vip' }] } }])
  })

  it.each(creates)('%s blames the address for a 404', async (path, create) => {
    crm.answer(path, () => nothing(404))
    const error = expectErr(await create(clientOfFake()))
    expect(error).toMatchObject({ kind: 'rejected' })
    expect(error.message).toContain('baseUrl')
  })

  it.each(updates)('%s finds no record at a 404', async (path, update) => {
    crm.answer(path, () => nothing(404))
    expect(expectErr(await update(clientOfFake()))).toMatchObject({ kind: 'not_found' })
  })

  it('sends back what was read, dates as Tehran local time and unlisted fields as they came', async () => {
    const held = {
      crmId,
      nickName: 'رضا نمونه‌پور',
      birthDate: '1990-07-01T00:00:00',
      creatDate: '2021-07-01T12:40:17.03',
      modifyDate: '2025-12-20T12:40:18.173',
      balance: 0,
      stageId: null,
      categories: [{ id: '1', key: 'vip', name: 'ویژه' }],
      phoneContacts: [{ id: '2', default: true, phoneNumber: '۰۹۱۲۰۰۰۰۰۰۳' }],
      addressContacts: [],
    }
    crm.answer('person/get', () => json({ ...held, email: '' }))
    crm.answer('person/update', () => json({ crmId }))
    const client = clientOfFake()

    const read = expectOk(await client.getPerson(crmId))
    const written = await client.updatePerson({ ...read, refId: '7B0C' })

    expect(expectOk(written)).toEqual({ crmId })
    expect(crm.calls()[1]?.body).toEqual({
      ...held,
      refId: '7B0C',
      birthDate: '1990-07-01T00:00:00.000',
      creatDate: '2021-07-01T12:40:17.030',
      modifyDate: '2025-12-20T12:40:18.173',
    })
  })
})

describe('setInvoiceState', () => {
  const crm = fakeCrm()

  it.each(['numbered', 'approved', 'pending', 'rejected'] as const)('makes an invoice %s', async (state) => {
    crm.answer(`invoice/sales/make-${state}`, () => nothing(200))
    expect((await clientOfFake().setInvoiceState(crmId, state)).isOk()).toBe(true)
    expect(crm.calls()).toMatchObject([{ body: { id: crmId } }])
  })

  it('is rejected with the reasons of the CRM', async () => {
    crm.answer('invoice/sales/make-approved', () => plain('این فاکتور قبلا تایید شده است', 400))
    expect(expectErr(await clientOfFake().setInvoiceState(crmId, 'approved'))).toMatchObject({
      kind: 'rejected',
      reasons: [{ message: 'این فاکتور قبلا تایید شده است' }],
    })
  })

  it('finds no invoice at a 404', async () => {
    crm.answer('invoice/sales/make-approved', () => nothing(404))
    expect(expectErr(await clientOfFake().setInvoiceState(crmId, 'approved')).kind).toBe('not_found')
  })
})
