import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSandbox, type Sandbox, type SandboxOptions } from '../src/index'
import { readExchange } from '../../../test-support/exchange'
import { send } from './exchange'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

let sandbox: Sandbox
let session = ''

const login = readExchange('siagh-login').request
const contactForm = readExchange('siagh-create-contact').request.body ?? {}
const preInvoiceForm = readExchange('siagh-create-pre-invoice').request.body ?? {}

interface FormAnswer {
  readonly ReturnValue: boolean
  readonly ReturnCode: string
  readonly Errors: readonly { readonly ColName: string; readonly Description: string }[]
}

const start = async (options: SandboxOptions = {}): Promise<void> => {
  sandbox = createSandbox({ contacts: 0, ...options })
  server.resetHandlers(...sandbox.handlers)
  const answer = await send(sandbox.siagh.url + login.path, 'POST', login.body)
  session = (answer.body as { SessionId: string }).SessionId
}
const save = async (form: Record<string, unknown>): Promise<FormAnswer> =>
  (await send(`${sandbox.siagh.url}/BpmsApi/SaveFormData`, 'POST', form, session)).body as FormAnswer
const withValues = (form: Record<string, unknown>, change: (values: string) => string) => ({
  ...form,
  ctrlValues: change(String(form['ctrlValues'])),
})
const withMobile = (mobile: string) => withValues(contactForm, (values) => values.replace('09120000111', mobile))

beforeEach(() => start())

test.each([
  ['the Token', () => `${session}:0`],
  ['a scheme word', () => `Bearer ${session}`],
  ['an unknown session', () => '0'.repeat(32)],
])('%s in place of the bare session id is 401', async (_name, authorization) => {
  const path = '/api/Sgh/GEN/Gn_Web_Users/GetAll'
  expect((await send(sandbox.siagh.url + path, 'GET', undefined, authorization())).status).toBe(401)
  expect((await send(sandbox.siagh.url + path, 'GET', undefined, session)).status).toBe(200)
})

test('the MD5 in lower case is refused', async () => {
  const body = { ...login.body, Password: '5f4dcc3b5aa765d61d8327deb882cf99' }
  expect((await send(sandbox.siagh.url + login.path, 'POST', body)).status).toBe(401)
})

test('a session runs out by the clock, and all of them at a word', async () => {
  let now = 1_800_000_000_000
  await start({ dialect: { siaghSessionLife: '1-minute' }, clock: { now: () => now, after: () => () => undefined } })
  now += 59_999
  expect((await save(contactForm)).ReturnValue).toBe(true)
  now += 1
  expect(await save(contactForm)).toMatchObject({ Message: expect.any(String) })
  await start()
  sandbox.siagh.expireSessions()
  expect(await save(contactForm)).toMatchObject({ Message: expect.any(String) })
})

test('a pipe in a value starts a new pair, and the later pair wins', async () => {
  await save(withValues(contactForm, (values) => values.replace('مخاطب آزمایشی', 'Ali|gn_web_users.isactive=0')))
  expect(sandbox.siagh.contacts()).toMatchObject([{ Name: 'Ali', IsActive: false }])
})

test('an equals sign in a value is harmless', async () => {
  await save(withValues(contactForm, (values) => values.replace('مخاطب آزمایشی', 'a=b=c')))
  expect(sandbox.siagh.contacts()).toMatchObject([{ Name: 'a=b=c' }])
})

test('an update needs Param1 and CodeMain, else a new contact is made', async () => {
  const code = (await save(contactForm)).ReturnCode
  const { RecordId } = sandbox.siagh.contacts()[0] ?? {}
  const withoutParam1 = { ...withMobile('09120000222'), parameters: `CodeMain=${code}` }
  const made = await save(withoutParam1)
  expect(Number(made.ReturnCode)).toBe(Number(code) + 1)

  const update = withValues(withoutParam1, (values) => `Param1=${code}|${values.replace('09120000222', '09120000333')}`)
  expect((await save(update)).ReturnCode).toBe(code)
  expect(sandbox.siagh.contacts()).toMatchObject([{ RecordId, MobileNo: '09120000333' }, { MobileNo: '09120000222' }])
})

test.each([
  '+98 912 000 0111',
  '00989120000111',
  '9120000111',
  '۰۹۱۲۰۰۰۰۱۱۱',
  '٠٩١٢-٠٠٠٠١١١',
  '02100000000، 09120000111',
])('%s is the number that another contact has', async (mobile) => {
  await save(contactForm)
  const refusal = await save(withMobile(mobile))
  expect(refusal.Errors[0]?.Description).toBe('شماره موبایل نمی تواند تکراری باشد.')
  expect(sandbox.siagh.contacts()).toHaveLength(1)
})

test('numbers may repeat where the installation does not mind, and phones may not where it does', async () => {
  await start({ dialect: { uniqueNumbers: 'phone' } })
  await save(contactForm)
  const second = withValues(contactForm, (values) => values.replace('02100000111', '+982100000111'))
  expect((await save(second)).Errors[0]?.Description).toBe('شماره تلفن نمی تواند تکراری باشد.')
  expect((await save(withValues(contactForm, (values) => values.replace('02100000111', '')))).ReturnValue).toBe(true)
})

test.each(['formId', 'ctrlValues', 'parameters', 'dataRows', 'attachments', 'postCode', 'flowId'])(
  'a body without %s breaks the script',
  async (field) => {
    const { [field]: _left, ...body } = contactForm
    expect((await save(body)).Errors[0]?.Description).toMatch(/^RUNTIME ERROR/)
    expect(sandbox.siagh.contacts()).toEqual([])
  },
)

test('a contact without one of its fields breaks the script', async () => {
  const form = withValues(contactForm, (values) => values.replace('|gn_web_users.tozihat=', ''))
  expect((await save(form)).Errors[0]?.Description).toMatch(/^RUNTIME ERROR/)
})

test('taraftype 1 is TowardType true, and an empty field empties', async () => {
  const code = (await save(contactForm)).ReturnCode
  const update = withValues(
    contactForm,
    (values) => `Param1=${code}|${values.replace('taraftype=0', 'taraftype=1').replace('0012345679', '')}`,
  )
  await save({ ...update, parameters: `CodeMain=${code}` })
  expect(sandbox.siagh.contacts()).toMatchObject([{ TowardType: true, NationalCode: '' }])
})

test('the list can leave tmpid out, and a filter compares for equality', async () => {
  await start({ dialect: { tmpidInList: 'left-out' } })
  await save(contactForm)
  await save(withMobile('09120000222'))
  const path = `${sandbox.siagh.url}/api/Sgh/GEN/Gn_Web_Users/GetAll`
  const all = (await send(path, 'GET', undefined, session)).body as object[]
  expect(all).toHaveLength(2)
  for (const row of all) expect(row).not.toHaveProperty('tmpid')
  const found = (await send(path, 'POST', { MobileNo: '09120000222' }, session)).body as object[]
  expect(found).toMatchObject([{ Code: 8357 }])
  expect(found[0]).not.toHaveProperty('tmpid')
  expect((await send(path, 'POST', { TelNo: 'none' }, session)).body).toEqual([])
  expect((await send(path, 'POST', {}, session)).body).toHaveLength(2)
})

test('the list shows every change', async () => {
  const names = async () => {
    const answer = await send(`${sandbox.siagh.url}/api/Sgh/GEN/Gn_Web_Users/GetAll`, 'GET', undefined, session)
    return (answer.body as { Name: string }[]).map(({ Name }) => Name)
  }
  const { Code } = sandbox.siagh.addContact({ Name: 'one' })
  sandbox.siagh.addContact({ Name: 'two' })
  expect(await names()).toEqual(['one', 'two'])
  sandbox.siagh.changeContact(Code, { Name: 'first' })
  expect(await names()).toEqual(['first', 'two'])
  sandbox.siagh.removeContact(Code)
  expect(await names()).toEqual(['two'])
})

test('a pre-invoice needs a customer, goods, a count and a price, and a refusal uses up no number', async () => {
  const post = (find: string, put: string) =>
    save({ ...preInvoiceForm, dataRows: String(preInvoiceForm['dataRows']).replace(find, put) })
  expect((await save(preInvoiceForm)).Errors[0]?.Description).toContain("Field 'Code' not found")
  sandbox.siagh.addContact({ Code: 8356, AccountPartyCode: 5_500_014 })
  expect((await post('"newValue":2500000', '"newValue":null')).Errors[0]).toMatchObject({
    ColName: 'Price',
    Description: 'قیمت ردیف 1 درست وارد نشده است',
  })
  expect((await post('"newValue":1200000', '"newValue":-5')).Errors[0]?.Description).toContain('ردیف 2')
  expect((await post('"newValue":"500102014"', '"newValue":""')).Errors[0]?.ColName).toBe('CodeKala')
  expect((await post('"newValue":2.5', '"newValue":0')).Errors[0]?.ColName).toBe('Qty')
  expect((await save({ ...preInvoiceForm, dataRows: '[]' })).Errors[0]?.Description).toMatch(/^RUNTIME ERROR/)
  expect(sandbox.siagh.preInvoices()).toEqual([])
  expect((await save(preInvoiceForm)).ReturnCode).toBe('15459')
})

test('the same _In_Suid twice makes two documents, unless Siagh is set to refuse it', async () => {
  sandbox.siagh.addContact({ Code: 8356, AccountPartyCode: 5_500_014 })
  await save(preInvoiceForm)
  await save(preInvoiceForm)
  expect(sandbox.siagh.preInvoices().map(({ number, code }) => [number, code])).toEqual([
    ['2488', '15459'],
    ['2489', '15460'],
  ])
  await start({ dialect: { repeatedSuid: 'refused' } })
  sandbox.siagh.addContact({ Code: 8356, AccountPartyCode: 5_500_014 })
  await save(preInvoiceForm)
  expect((await save(preInvoiceForm)).ReturnValue).toBe(false)
  expect(sandbox.siagh.preInvoices()).toHaveLength(1)
})

test('a pre-invoice bills the contact whose account party it names, and no other may stand beside it', async () => {
  const [one, other] = [8356, 9000].map((Code) => sandbox.siagh.addContact({ Code }))
  const form = (contact: string, party: number | null | undefined) => ({
    ...preInvoiceForm,
    ctrlValues: String(preInvoiceForm['ctrlValues'])
      .replace('codecontact=8356', `codecontact=${contact}`)
      .replace('codemoshtari=5500014', `codemoshtari=${String(party)}`),
  })
  expect((await save(form('8356', 8356))).Errors[0]?.Description).toContain("Field 'Code' not found")
  expect((await save(form('8356', other?.AccountPartyCode))).Errors[0]?.ColName).toBe('CodeContact')
  expect((await save(form('7', one?.AccountPartyCode))).Errors[0]?.ColName).toBe('CodeContact')
  expect((await save(form('8356', one?.AccountPartyCode))).ReturnValue).toBe(true)
  expect((await save(form('', other?.AccountPartyCode))).ReturnValue).toBe(true)
  expect(sandbox.siagh.preInvoices().map(({ customerCode }) => customerCode)).toEqual([8356, 9000])
})

test('a contact is an account party as it is made, by hand, or never', async () => {
  expect(sandbox.siagh.addContact({}).AccountPartyCode).toBeGreaterThan(5_500_000)
  await start({ dialect: { accountParty: 'by-hand' } })
  const { Code } = sandbox.siagh.addContact({})
  expect(sandbox.siagh.contacts()[0]?.AccountPartyCode).toBeNull()
  expect(sandbox.siagh.giveAccountParty(Code)).toBe(sandbox.siagh.contacts()[0]?.AccountPartyCode)
  expect(sandbox.siagh.giveAccountParty(7)).toBeUndefined()
  await start({ dialect: { accountParty: 'never' } })
  sandbox.siagh.addContact({ Code: 8356 })
  const ctrlValues = String(preInvoiceForm['ctrlValues']).replace('codemoshtari=5500014', 'codemoshtari=8356')
  expect((await save({ ...preInvoiceForm, ctrlValues })).ReturnValue).toBe(true)
})
