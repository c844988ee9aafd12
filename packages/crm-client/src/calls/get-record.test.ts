import { describe, expect, it } from 'vitest'
import { clientOfFake, fakeCrm, json, nothing, plain } from '../../test/fake-crm'
import type { CrmClient } from '../client-types'
import type { Invoice, Organization, Person, Quote } from '../types'
import { expectErr, expectOk } from '../../../../test-support/results'

const id = '2b1f0c6e-0000-4000-8000-000000000001'

const gets = [
  ['person/get', (client: CrmClient) => client.getPerson(id)],
  ['organization/get', (client: CrmClient) => client.getOrganization(id)],
  ['invoice/sales/get', (client: CrmClient) => client.getInvoice(id)],
  ['quote/sales/get', (client: CrmClient) => client.getQuote(id)],
] as const

const missing = [
  ['404 without a body', () => nothing(404)],
  ['404 with a page', () => plain('<html><body>404</body></html>', 404, 'text/html')],
  ['400 with a message', () => json({ message: 'یافت نشد' }, 400)],
  ['400 in plain text', () => plain('not found', 400)],
  ['200 with null', () => json(null)],
  ['200 without a body', () => nothing(200)],
  ['204', () => nothing(204)],
  ['200 with an empty object', () => json({})],
] as const

describe('reading a record by its id', () => {
  const crm = fakeCrm()

  describe.each(gets)('%s', (path, get) => {
    it('asks by id', async () => {
      crm.answer(path, () => json({ crmId: id }))
      expect(expectOk<unknown>(await get(clientOfFake()))).toMatchObject({ crmId: id })
      expect(crm.calls().map(({ body }) => body)).toEqual([{ id }])
    })

    it('reads categories and custom fields, and leaves out nothing of what an update sends back', async () => {
      const categories = [{ id: '1', key: 'vip', name: 'ویژه' }]
      const extendedProperties = [{ userKey: 'region', value: 'شمال', name: null, preview: { id: 7 } }, { value: 5 }]
      crm.answer(path, () => json({ crmId: id, categories, extendedProperties }))
      const record = expectOk<Person | Organization | Invoice | Quote>(await get(clientOfFake()))
      expect(record).toMatchObject({ categories, extendedProperties })
      // Typed: a rule needs no cast.
      const regions = record.extendedProperties?.filter(({ userKey }) => userKey === 'region').map(({ value }) => value)
      expect([regions, record.categories?.map(({ key }) => key)]).toEqual([['شمال'], ['vip']])
    })

    it.each(missing)('reads %s as not found', async (_name, answer) => {
      crm.answer(path, answer)
      expect(expectErr(await get(clientOfFake()))).toMatchObject({ kind: 'not_found', system: 'crm' })
    })

    it('leaves a 500 unavailable with its status, since it may be a missing id or an outage', async () => {
      crm.answer(path, () => json({ message: 'Object reference not set' }, 500))
      expect(expectErr(await get(clientOfFake()))).toMatchObject({ kind: 'unavailable', status: 500 })
    })

    it.each([
      ['an HTML page', () => plain('<html><body>login</body></html>', 200, 'text/html')],
      ['half an answer', () => plain('{ "crmId": "2b1f', 200, 'application/json')],
    ])('is malformed where a 200 holds %s', async (_name, answer) => {
      crm.answer(path, answer)
      expect(expectErr(await get(clientOfFake()))).toMatchObject({ kind: 'malformed', system: 'crm' })
    })

    it('is rejected with the reasons of any other refusal', async () => {
      crm.answer(path, () => json('مجاز نیست', 422))
      expect(expectErr(await get(clientOfFake()))).toMatchObject({
        kind: 'rejected',
        reasons: [{ message: 'مجاز نیست' }],
      })
    })
  })
})
