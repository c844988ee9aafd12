import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSandbox } from '../src/index'
import { readExchange } from '../../../test-support/exchange'
import { send } from './exchange'

const noon = Date.UTC(2025, 10, 25, 14, 3)
let now = noon
const clock = { now: () => now, after: () => () => undefined }
const sandbox = createSandbox({ clock })
const { siagh, crm } = sandbox
const server = setupServer(...sandbox.handlers)

let session = ''
let token = ''

beforeAll(async () => {
  server.listen({ onUnhandledFrame: 'error' })
  const { request } = readExchange('siagh-login')
  const answer = await send(siagh.url + request.path, 'POST', request.body)
  session = (answer.body as { SessionId: string }).SessionId
  const crmLogin = readExchange('crm-login').request
  const crmAnswer = await send(crm.url + crmLogin.path, 'POST', crmLogin.body)
  token = `Bearer ${(crmAnswer.body as { accessToken: string }).accessToken}`
})
afterAll(() => server.close())

const replay = (name: string) => {
  const { request } = readExchange(name)
  const isCrm = name.startsWith('crm')
  return send((isCrm ? crm : siagh).url + request.path, request.method, request.body, isCrm ? token : session)
}

describe('Siagh answers as recorded', () => {
  test('a login, but for the session', async () => {
    const { request, response } = readExchange('siagh-login')
    const answer = await send(siagh.url + request.path, 'POST', request.body)
    const { SessionId } = answer.body as { SessionId: string }
    expect(SessionId).toMatch(/^[0-9a-f]{32}$/)
    expect(answer).toEqual({
      status: 200,
      body: { ...(response.body as object), SessionId, Token: `${SessionId}:0` },
    })
  })

  test('a login with a wrong password', async () => {
    expect(await replay('siagh-login-refused')).toEqual(readExchange('siagh-login-refused').response)
  })

  test('the contact list', async () => {
    const answer = await replay('siagh-get-all-users')
    const recorded = readExchange('siagh-get-all-users').response.body as object[]
    expect((answer.body as object[]).slice(0, recorded.length)).toEqual(recorded)
  })

  test('a contact that is created, one that is refused, and an update', async () => {
    expect(await replay('siagh-create-contact')).toEqual(readExchange('siagh-create-contact').response)
    expect(await replay('siagh-create-contact-refused')).toEqual(readExchange('siagh-create-contact-refused').response)
    expect(await replay('siagh-update-contact')).toEqual(readExchange('siagh-update-contact').response)
    expect(siagh.contacts().at(-1)).toMatchObject({ Code: 8356, Name: 'مخاطب ویرایش‌شده', TelNo: '', NationalCode: '' })
  })

  test('a pre-invoice, but for the net total, which does not add up in the recording', async () => {
    const recorded = JSON.stringify(readExchange('siagh-create-pre-invoice').response)
    // The recordings are of different contacts: here the one that was made is the account party of the recorded document.
    siagh.changeContact(3, { AccountPartyCode: null })
    siagh.changeContact(8356, { AccountPartyCode: 5_500_014 })
    const answer = await replay('siagh-create-pre-invoice')
    expect(answer).toEqual(JSON.parse(recorded.replace('5,720,000', '5,885,000')))
    expect(siagh.preInvoices()).toMatchObject([
      { number: '2488', code: '15459', customerCode: 8356, suid: 'BE8892DF92EA4C4986082AFED6F07DCB' },
    ])
  })
})

describe('the CRM answers as recorded', () => {
  test('a login, but for the tokens', async () => {
    const { request, response } = readExchange('crm-login')
    now = Date.UTC(2025, 11, 16, 7, 43, 53, 138)
    const answer = await send(crm.url + request.path, 'POST', request.body)
    expect(Object.keys(answer.body as object)).toEqual(Object.keys(response.body as object))
    expect((answer.body as { expiresAt: string }).expiresAt).toBe('2025-12-16T11:43:53.1380000+03:30')
    now = noon
  })

  test.each(['crm-get-person', 'crm-get-organization', 'crm-get-invoice', 'crm-get-quote'])('%s', async (name) => {
    const recorded = readExchange(name).response.body as { creatDate: string; modifyDate: string; crmId: string }
    now = Date.parse(`${recorded.creatDate}+03:30`)
    if (name === 'crm-get-person') crm.createPerson(recorded)
    if (name === 'crm-get-organization') crm.createOrganization(recorded)
    if (name === 'crm-get-invoice') crm.createInvoice(recorded)
    if (name === 'crm-get-quote') crm.createQuote(recorded)
    now = noon
    const answer = await replay(name)
    expect(answer).toEqual({ status: 200, body: { ...recorded, modifyDate: recorded.creatDate } })
  })

  test('a person that is created', async () => {
    const answer = await replay('crm-create-person')
    expect(answer.status).toBe(200)
    expect(crm.identities().map(({ crmId }) => crmId)).toContain((answer.body as { crmId: string }).crmId)
  })

  test('a search', async () => {
    const answer = await replay('crm-search-identities')
    const recorded = readExchange('crm-search-identities').response.body as object[]
    expect((answer.body as object[])[0]).toEqual(recorded[0])
  })
})
