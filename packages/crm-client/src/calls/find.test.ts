import { describe, expect, it } from 'vitest'
import { clientOfFake, fakeCrm, json, nothing } from '../../test/fake-crm'
import type { FindOperator } from '../client-types'
import { expectErr, expectOk } from '../../../../test-support/results'

const numbers: Record<FindOperator, number> = {
  equals: 0,
  greater: 1,
  greaterOrEqual: 2,
  in: 3,
  less: 4,
  lessOrEqual: 5,
  notEqual: 6,
  notIn: 7,
  startsWith: 11,
  contains: 12,
  endsWith: 13,
}
const firstPage = { typeKey: 'person', conditions: [], pageNumber: 1, pageSize: 50 }

describe('find', () => {
  const crm = fakeCrm()

  it('sends conditions, order and page under the names of the CRM', async () => {
    crm.answer('person/find', () => json({ data: [], total: 0 }))
    const page = await clientOfFake().find('person', {
      typeKey: 'person',
      conditions: [
        { field: 'ModifyDate', operator: 'greaterOrEqual', value: new Date('2025-12-21T10:36:17.173Z') },
        { field: 'FirstName', operator: 'contains', value: 'رضا', join: 'or', negate: true },
        { field: 'Balance', operator: 'less', value: 12.5, join: 'and' },
        { field: 'IsActive', operator: 'equals', value: true },
        { field: 'CustomerNumber', operator: 'in', value: [3, '8'] },
      ],
      orderBy: [
        { field: 'ModifyDate', direction: 'ascending' },
        { field: 'CrmId', direction: 'descending' },
      ],
      pageNumber: 1,
      pageSize: 50,
    })
    expect(expectOk(page)).toEqual({ data: [], total: 0 })
    expect(crm.calls().map(({ body }) => body)).toEqual([
      {
        typeKey: 'person',
        queries: [
          { logicalOperator: 0, operator: 2, field: 'ModifyDate', value: '2025-12-21T14:06:17.173' },
          { logicalOperator: 1, operator: 12, field: 'FirstName', value: 'رضا', leafNegate: true },
          { logicalOperator: 0, operator: 4, field: 'Balance', value: '12.5' },
          { logicalOperator: 0, operator: 0, field: 'IsActive', value: 'true' },
          { logicalOperator: 0, operator: 3, field: 'CustomerNumber', value: ['3', '8'] },
        ],
        orders: [
          { field: 'ModifyDate', order: 0 },
          { field: 'CrmId', order: 1 },
        ],
        pageNumber: 1,
        pageSize: 50,
      },
    ])
  })

  it('knows the number of every operator', async () => {
    crm.answer('quote/sales/find', () => json({ data: [], total: 0 }))
    const operators = Object.keys(numbers) as FindOperator[]
    const conditions = operators.map((operator) => ({ field: 'Number', operator, value: '1' }))
    const page = await clientOfFake().find('quote', { ...firstPage, conditions })
    expect(page.isOk()).toBe(true)
    expect(crm.calls()[0]?.body).toMatchObject({ queries: Object.values(numbers).map((operator) => ({ operator })) })
  })

  it.each([
    ['person', 'person/find'],
    ['organization', 'organization/find'],
    ['invoice', 'invoice/sales/find'],
    ['quote', 'quote/sales/find'],
  ] as const)('finds each %s', async (kind, path) => {
    crm.answer(path, () =>
      json({ data: [{ crmId: 'a', modifyDate: '2025-12-21T14:06:17.173', refId: '' }], total: 71 }),
    )
    const page = expectOk(await clientOfFake().find(kind, firstPage))
    expect(page.total).toBe(71)
    expect(page.data).toMatchObject([{ crmId: 'a', modifyDate: new Date('2025-12-21T10:36:17.173Z') }])
    expect(page.data[0]).not.toHaveProperty('refId')
  })

  it('uses the other rows of a page, and tells the place, the field and the id of each that cannot be read', async () => {
    const line = { details: [{ count: '1 kg' }] }
    crm.answer('invoice/sales/find', () =>
      json({ data: [null, { crmId: 'a' }, { crmId: 'b', modifyDate: '2025-12-21T14:06:17.173', ...line }], total: 3 }),
    )
    const page = expectOk(await clientOfFake().find('invoice', firstPage))
    expect(page.data.map(({ crmId }) => crmId)).toEqual(['a'])
    expect(page.unreadable).toEqual([
      { index: 0, field: '' },
      { index: 2, field: 'details.0.count', id: 'b', modifyDate: new Date('2025-12-21T10:36:17.173Z') },
    ])
  })

  it('is a page where the only record of it cannot be read', async () => {
    crm.answer('person/find', () => json({ data: [{ crmId: 'a', refId: 7 }], total: 40 }))
    const page = expectOk(await clientOfFake().find('person', firstPage))
    expect(page).toEqual({ data: [], unreadable: [{ index: 0, field: 'refId', id: 'a' }], total: 40 })
  })

  it.each([
    ['a bare list', [], ''],
    ['no list', { total: 0 }, 'data'],
    ['a total that is no number', { data: [], total: 'many' }, 'total'],
    ['a list of something else', { data: [{ message: 'نشست' }], total: 1 }, 'data.0.crmId'],
  ])('does not take %s for an empty page', async (_name, body, path) => {
    crm.answer('person/find', () => json(body))
    expect(expectErr(await clientOfFake().find('person', firstPage))).toMatchObject({
      kind: 'malformed',
      path,
    })
  })

  it('blames the address for a 404', async () => {
    crm.answer('person/find', () => nothing(404))
    expect(expectErr(await clientOfFake().find('person', firstPage))).toMatchObject({ kind: 'rejected' })
  })
})
