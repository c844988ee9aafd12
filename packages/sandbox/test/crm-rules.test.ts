import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSandbox, type CrmInvoice, type Sandbox } from '../src/index'
import { readExchange } from '../../../test-support/exchange'
import { send } from './exchange'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

let sandbox: Sandbox
let now = Date.UTC(2025, 11, 20, 9, 10, 17, 30)
let token = ''
const login = readExchange('crm-login').request

const logIn = async (password = 'secret') => send(sandbox.crm.url + login.path, 'POST', { ...login.body, password })
const ask = (path: string, body: unknown, authorization = token) =>
  send(`${sandbox.crm.url}/api/v2/crmobject/${path}`, 'POST', body, authorization)

beforeEach(async () => {
  sandbox = createSandbox({ contacts: 0, clock: { now: () => now, after: () => () => undefined } })
  server.resetHandlers(...sandbox.handlers)
  token = `Bearer ${((await logIn()).body as { accessToken: string }).accessToken}`
})

test('a token runs out by the clock, and all of them at a word', async () => {
  const search = () => ask('identity/search', { pageNumber: 0, pageSize: 1 })
  now += 30 * 60_000 - 1
  expect((await search()).status).toBe(200)
  now += 1
  expect((await search()).status).toBe(401)
  token = `Bearer ${((await logIn()).body as { accessToken: string }).accessToken}`
  expect((await search()).status).toBe(200)
  sandbox.crm.expireTokens()
  expect((await search()).status).toBe(401)
})

test('five wrong logins lock the account for a quarter of an hour', async () => {
  for (let attempt = 0; attempt < 5; attempt += 1) expect((await logIn('wrong')).status).toBe(401)
  expect((await logIn()).status).toBe(403)
  now += 15 * 60_000 - 1
  expect((await logIn()).status).toBe(403)
  now += 1
  expect((await logIn()).status).toBe(200)
})

test('search pages from 0 and lists persons and organizations alike', async () => {
  for (const firstName of ['a', 'b', 'c']) sandbox.crm.createPerson({ firstName })
  sandbox.crm.createOrganization({ nickName: 'd', customerNumber: '4' })
  const names = async (query: object) =>
    ((await ask('identity/search', { pageNumber: 0, pageSize: 10, ...query })).body as { nickName: string }[]).map(
      ({ nickName }) => nickName,
    )
  expect(await names({ pageSize: 3 })).toEqual(['a', 'b', 'c'])
  expect(await names({ pageSize: 3, pageNumber: 1 })).toEqual(['d'])
  expect(await names({ pageSize: 3, pageNumber: 2 })).toEqual([])
  expect(await names({ identityType: null })).toEqual(['a', 'b', 'c', 'd'])
  expect(await names({ searchTerm: 'b' })).toEqual(['b'])
})

test.each([
  [undefined, ['d'], ['a']],
  ['vendor', ['d'], ['a']],
  ['reversed', ['a'], ['d']],
  ['ignored', ['a', 'd'], ['a', 'd']],
] as const)('the identityType of a search is taken as switched: %s', async (meaning, ofOne, ofTwo) => {
  sandbox = createSandbox({ contacts: 0, dialect: meaning ? { identityType: meaning } : {} })
  server.resetHandlers(...sandbox.handlers)
  token = `Bearer ${((await logIn()).body as { accessToken: string }).accessToken}`
  sandbox.crm.createPerson({ firstName: 'a' })
  sandbox.crm.createOrganization({ nickName: 'd' })
  const names = async (identityType: number) =>
    ((await ask('identity/search', { pageNumber: 0, pageSize: 10, identityType })).body as { nickName: string }[]).map(
      ({ nickName }) => nickName,
    )
  expect([await names(1), await names(2)]).toEqual([ofOne, ofTwo])
})

test('an id of another kind is answered as a missing one, or otherwise where so switched', async () => {
  sandbox = createSandbox({ contacts: 0, dialect: { wrongKind: 500 } })
  server.resetHandlers(...sandbox.handlers)
  token = `Bearer ${((await logIn()).body as { accessToken: string }).accessToken}`
  const id = sandbox.crm.createPerson({ firstName: 'a' })
  expect((await ask('organization/get', { id })).status).toBe(500)
  expect((await ask('organization/get', { id: `${id.slice(0, -1)}x` })).status).toBe(404)
  sandbox.changeDialect({ missingId: 'null', wrongKind: 400 })
  expect((await ask('organization/get', { id })).status).toBe(400)
})

test.each([
  [404, 404],
  [400, 400],
  ['null', 200],
  [500, 500],
] as const)('a missing id is answered with %s where so switched', async (answer, status) => {
  sandbox.changeDialect({ missingId: answer })
  const id = sandbox.crm.createPerson({ firstName: 'a' })
  expect((await ask('organization/get', { id })).status).toBe(status)
  expect((await ask('person/get', { id })).status).toBe(200)
  sandbox.crm.remove(id)
  const gone = await ask('person/get', { id })
  expect(gone.status).toBe(status)
  if (answer === 'null') expect(gone.body).toBeNull()
})

test('an update through the API keeps what was not sent and what only the CRM sets', async () => {
  const id = sandbox.crm.createPerson({ firstName: 'رضا', lastName: 'الف', refId: 'x', nationalCode: '0012345679' })
  now += 1000
  const update = { crmId: id, lastName: 'ب', creatDate: '2000-01-01T00:00:00', nickName: 'رضا ب', __proto: 1 }
  expect((await ask('person/update', update)).body).toEqual({ crmId: id })
  expect(sandbox.crm.identities()).toMatchObject([
    { lastName: 'ب', refId: 'x', nationalCode: '0012345679', creatDate: expect.stringMatching(/^2025/) },
  ])
  expect(sandbox.crm.identities()[0]).not.toHaveProperty('__proto')
})

test('a field of the wrong type is named', async () => {
  const answer = await ask('person/create', { firstName: 5 })
  expect(answer).toMatchObject({ status: 400, body: { errorDetails: [{ field: 'firstName' }] } })
  expect(sandbox.crm.identities()).toEqual([])
})

test('a display name follows the names that it was made of', () => {
  const id = sandbox.crm.createPerson({ firstName: 'a', lastName: 'b' })
  sandbox.crm.updateIdentity(id, { lastName: 'c' })
  expect(sandbox.crm.identities()).toMatchObject([{ nickName: 'a c' }])
})

test('find puts a time on the full second before the ones that have a fraction, and knows .1 and .100 for one', async () => {
  const start = Math.ceil(now / 1_000) * 1_000
  const ids = [0, 100, 910, 1_000].map((later) => {
    now = start + later
    return sandbox.crm.createPerson({ firstName: 'a' })
  })
  const second = sandbox.crm.identities()[1]?.modifyDate ?? ''
  const queries = [{ logicalOperator: 0, operator: 2, field: 'ModifyDate', value: `${second}00` }]
  const find = async (more: object) => {
    const body = { typeKey: '', queries: [], pageNumber: 1, pageSize: 10, ...more }
    return ((await ask('person/find', body)).body as { data: { crmId: string }[] }).data.map(({ crmId }) => crmId)
  }
  expect(second).toMatch(/:\d\d\.1$/)
  expect(await find({ orders: [{ field: 'ModifyDate', order: 0 }] })).toEqual(ids)
  expect(await find({ orders: [{ field: 'ModifyDate', order: 1 }] })).toEqual([...ids].reverse())
  expect(await find({ queries })).toEqual(ids.slice(1))
})

test('find by a date goes on where a page ended, and sees what changed meanwhile', async () => {
  const ids = Array.from({ length: 30 }, (_, index) => {
    now += index % 3 === 0 ? 1_000 : 0
    return sandbox.crm.createPerson({ firstName: String(index) })
  })
  const find = async (operator: number, since: string, pageNumber = 1) => {
    const queries = [{ logicalOperator: 0, operator, field: 'ModifyDate', value: since }]
    const body = { typeKey: '', queries, orders: [{ field: 'ModifyDate', order: 0 }], pageNumber, pageSize: 10 }
    return (await ask('person/find', body)).body as { data: { crmId: string; modifyDate: string }[]; total: number }
  }
  const idsOf = (page: { data: { crmId: string }[] }) => page.data.map(({ crmId }) => crmId)
  const first = await find(2, '2000')
  expect([idsOf(first), first.total]).toEqual([ids.slice(0, 10), 30])
  const ended = first.data.at(-1)?.modifyDate ?? ''
  now += 1_000
  sandbox.crm.updateIdentity(ids[11] ?? '', { email: 'a@example.com' })
  const onward = [...ids.slice(9, 11), ...ids.slice(12), ids[11]]
  const from = await find(2, ended)
  expect([idsOf(from), from.total]).toEqual([onward.slice(0, 10), 21])
  expect(idsOf(await find(2, ended, 3))).toEqual([ids[11]])
  const after = await find(1, ended)
  expect([idsOf(after), after.total]).toEqual([[...ids.slice(12, 22)], 19])
  expect((await find(2, '2999')).data).toEqual([])
})

test('find takes a time that ends in zeros for the same as one that leaves them out', async () => {
  now += 1_000 - (now % 1_000) + 100
  const id = sandbox.crm.createPerson({ firstName: 'a' })
  const { modifyDate = '' } = sandbox.crm.identities()[0] ?? {}
  expect(modifyDate).toMatch(/\.1$/)
  for (const operator of [0, 2, 5]) {
    const queries = [{ logicalOperator: 0, operator, field: 'ModifyDate', value: `${modifyDate}00` }]
    const { body } = await ask('person/find', { typeKey: '', queries, pageNumber: 1, pageSize: 10 })
    expect(body).toMatchObject({ data: [{ crmId: id }], total: 1 })
  }
})

test('find pages from 1, compares by operator and sorts', async () => {
  for (const firstName of ['a', 'b', 'c', 'd']) {
    sandbox.crm.createPerson({ firstName, customerNumber: firstName })
    now += 70
  }
  const since = sandbox.crm.identities()[1]?.modifyDate
  const find = async (queries: object[], more: object = {}) => {
    const body = { typeKey: 'person', queries, pageNumber: 1, pageSize: 10, ...more }
    const page = (await ask('person/find', body)).body as { data: { firstName: string }[]; total: number }
    return [page.data.map(({ firstName }) => firstName).join(''), page.total]
  }
  const where = (field: string, operator: number, value: unknown, logicalOperator = 0) => ({
    logicalOperator,
    operator,
    field,
    value,
  })
  expect(await find([where('ModifyDate', 2, since)])).toEqual(['bcd', 3])
  expect(await find([where('ModifyDate', 1, since)])).toEqual(['cd', 2])
  expect(await find([where('FirstName', 3, ['a', 'd'])])).toEqual(['ad', 2])
  expect(await find([where('FirstName', 7, ['a', 'd'])])).toEqual(['bc', 2])
  expect(await find([where('FirstName', 0, 'a'), where('FirstName', 0, 'c', 1)])).toEqual(['ac', 2])
  expect(await find([{ ...where('FirstName', 0, 'a'), leafNegate: true }])).toEqual(['bcd', 3])
  const newestFirst = { orders: [{ field: 'ModifyDate', order: 1 }], pageSize: 3 }
  expect(await find([], newestFirst)).toEqual(['dcb', 4])
  expect(await find([], { ...newestFirst, pageNumber: 2 })).toEqual(['a', 4])
})

test('an invoice adds up, is moved by make-approved, and goes back to pending when it is edited', async () => {
  const details = [
    { productCode: '1', baseUnitPrice: 2_500_000, count: 1 },
    { productCode: '2', baseUnitPrice: 1_200_000, count: 2.5, totalDiscount: 150_000 },
  ]
  const id = sandbox.crm.createInvoice({ details, discount: 350_000 })
  const invoice = () => sandbox.crm.documents()[0] as CrmInvoice
  expect(invoice()).toMatchObject({ totalValue: 5_500_000, vat: 500_000, finalValue: 5_500_000 })
  expect((await ask('invoice/sales/make-approved', { id })).status).toBe(200)
  expect(invoice()).toMatchObject({ billableObjectState: 'تایید و شماره گذاری شده', billableObjectStateIndex: 2 })
  sandbox.crm.updateDocument(id, { discount: 0 })
  expect(invoice()).toMatchObject({ vat: 535_000, finalValue: 5_885_000, billableObjectStateIndex: 1 })
})
