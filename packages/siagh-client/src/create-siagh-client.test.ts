import { inspect } from 'node:util'
import type { TransportEvent } from '@siagh-sync/http-client'
import { afterEach, describe, expect, it } from 'vitest'
import { contact, preInvoice } from '../test/samples'
import { afterLogin, loginAnswer, startSiaghServer, type StubResponse, type SiaghServer } from '../test/siagh-server'
import { readExchange } from '../../../test-support/exchange'
import { createSiaghClient, type SiaghClientOptions } from './index'
import { passwordMd5 } from './password-md5'
import { expectErr, expectOk } from '../../../test-support/results'

const list = readExchange('siagh-get-all-users').response
const created = readExchange('siagh-create-contact').response
const secrets = ['my-password-9', passwordMd5('my-password-9'), '0f1e2d3c4b5a69788796a5b4c3d2e1f0']

let server: SiaghServer | undefined
afterEach(() => server?.close())

async function clientOf(answer: Parameters<typeof startSiaghServer>[0], options: Partial<SiaghClientOptions> = {}) {
  server = await startSiaghServer(answer)
  const login = { username: 'web', password: 'my-password-9' }
  const retry = { attempts: 1 }
  return createSiaghClient({ baseUrl: server.baseUrl, ...login, retry, ...options } as SiaghClientOptions)
}

const sent = (path: string) => server?.received.filter((request) => request.path === path) ?? []

describe('the session', () => {
  it('is one for all calls, and `session` gives it without another login', async () => {
    const client = await clientOf(afterLogin(list))
    const both = await Promise.all([client.getAllUsers(), client.getAllUsers()])
    expect(both.every((result) => result.isOk())).toBe(true)
    const session = await client.session()
    expect(expectOk(session).fiscalYear).toBe(1404)
    expect(sent('/GeneralApi/LoginUser')).toHaveLength(1)
  })

  it('is renewed once and the write repeated once when the server no longer knows it', async () => {
    let refusals = 1
    const client = await clientOf(({ path }) => {
      if (path === '/GeneralApi/LoginUser') return loginAnswer
      return refusals-- > 0 ? { status: 401, body: '' } : created
    })
    expect(expectOk(await client.createContact(contact))).toEqual({ code: 8356 })
    expect(sent('/GeneralApi/LoginUser')).toHaveLength(2)
    expect(sent('/BpmsApi/SaveFormData')).toHaveLength(2)
    expect(sent('/BpmsApi/SaveFormData')[1]?.body).toEqual(sent('/BpmsApi/SaveFormData')[0]?.body)
  })
})

describe('finding contacts', () => {
  it('posts the filter as it was given', async () => {
    const client = await clientOf(afterLogin({ status: 200, body: [] }))
    expect(expectOk(await client.findUsers({ TelNo: '02100000003' }))).toEqual([])
    expect(server?.received.at(-1)).toMatchObject({ method: 'POST', body: { TelNo: '02100000003' } })
  })

  it('finds by RecordId without regard to case, and answers null where there is none', async () => {
    const client = await clientOf(afterLogin(list))
    const found = await client.findContactByRecordId('7B0C3A52-1F6E-4D0A-9B57-2A6F0D8C1E08')
    expect(expectOk(found)?.Code).toBe(8)
    expect(expectOk(await client.findContactByRecordId('no-such-id'))).toBeNull()
  })

  it('finds by customer number, and answers null where there is none', async () => {
    const client = await clientOf(afterLogin(list))
    expect(expectOk(await client.findContactByCustomerNumber(3))?.Name).toBe('رضا نمونه‌پور')
    expect(expectOk(await client.findContactByCustomerNumber(4))).toBeNull()
  })
})

describe('a write', () => {
  it.each<[string, StubResponse]>([
    ['an HTML page', { status: 200, body: '<html><body>Server Error</body></html>' }],
    ['nothing', { status: 200, body: '' }],
    ['JSON that is cut off', { status: 200, body: '{"ReturnValue": tr' }],
    ['something else', { status: 200, body: { ok: true } }],
    ['a success without a code', { status: 200, body: { ReturnValue: true, ReturnCode: '' } }],
    ['a 500', { status: 500, body: '' }],
  ])('has an unknown outcome when it is answered with %s, and is not sent again', async (_what, answer) => {
    const client = await clientOf(afterLogin(answer), { retry: { attempts: 3, firstDelayMs: 1 } })
    expect(expectErr(await client.createPreInvoice(preInvoice)).kind).toBe('outcome_unknown')
    expect(sent('/BpmsApi/SaveFormData')).toHaveLength(1)
  })

  it('that makes a pre-invoice is done where it is not sure which number Siagh tells', async () => {
    const body = { ReturnValue: true, ReturnCode: '15459', FinalMessages: ['به شماره 1404 / 2488 ثبت گردید'] }
    const client = await clientOf(afterLogin({ status: 200, body }))
    expect(expectOk(await client.createPreInvoice(preInvoice))).toEqual({ code: '15459' })
  })

  it('goes to the form that was named', async () => {
    const client = await clientOf(afterLogin(created))
    const results = [
      await client.createContact(contact, { formId: 'AAAAA' }),
      await client.updateContact(8356, contact, { formId: 'BBBBB' }),
      await client.createPreInvoice(preInvoice, { formId: 'CCCCC' }),
    ]
    expect(results.every((result) => result.isOk())).toBe(true)
    const forms = sent('/BpmsApi/SaveFormData').map(({ body }) => (body as { formId: string }).formId)
    expect(forms).toEqual(['AAAAA', 'BBBBB', 'CCCCC'])
  })

  it('that updates a contact and is answered with another code is sent once and must not be sent again', async () => {
    const client = await clientOf(afterLogin(created))
    const error = expectErr(await client.updateContact(77, contact))
    const reasons = [{ message: expect.stringMatching(/77.*8356/) as unknown }]
    expect(error).toMatchObject({ kind: 'rejected', retryable: false, reasons })
    expect(sent('/BpmsApi/SaveFormData')).toHaveLength(1)
  })

  it('with a number that cannot be sent is refused before anything leaves', async () => {
    const client = await clientOf(afterLogin(created))
    expect(expectErr(await client.updateContact(NaN, contact)).kind).toBe('rejected')
    expect(expectErr(await client.createPreInvoice({ ...preInvoice, saleModel: NaN })).kind).toBe('rejected')
    expect(server?.received).toEqual([])
  })
})

describe('the secrets', () => {
  const shows = (...things: unknown[]) => {
    const shown = inspect(things, { depth: 9, showHidden: true }).toLowerCase()
    return secrets.filter((secret) => shown.includes(secret.toLowerCase()))
  }

  it('are not reachable from the client', async () => {
    const client = await clientOf(afterLogin(list))
    expect((await client.getAllUsers()).isOk()).toBe(true)
    expect(shows(client, Object.values(client))).toEqual([])
  })

  it('show in no error and no event, even where the server repeats the session that it was sent', async () => {
    const events: TransportEvent[] = []
    const session = loginAnswer.body as { SessionId: string }
    const answers: StubResponse[] = [
      { status: 401, body: '' },
      { status: 401, body: '' },
      { status: 500, body: session },
      { status: 418, body: { Message: session.SessionId } },
      { status: 200, body: session },
      { status: 200, body: { ReturnValue: true, ReturnCode: session.SessionId } },
    ]
    const client = await clientOf(
      ({ path }) => (path === '/GeneralApi/LoginUser' ? loginAnswer : (answers.shift() ?? { status: 503, body: '' })),
      { onEvent: (event) => events.push(event), retry: { attempts: 2, firstDelayMs: 1, maxDelayMs: 2 } },
    )
    const errors = []
    for (let round = 0; round < 3; round++) {
      for (const call of [client.createContact(contact), client.updateContact(77, contact), client.getAllUsers()]) {
        errors.push(expectErr(await call))
      }
    }
    expect(errors.map(({ kind }) => kind)).toContain('outcome_unknown')
    expect(events.map(({ kind }) => kind)).toContain('retry')
    expect(shows(errors, events)).toEqual([])
  })

  it.each([200, 400, 401, 403, 500])(
    'show in no error of a login that is answered with %i and its own body',
    async (status) => {
      const client = await clientOf(({ body }) => ({ status, body: { Message: body } }))
      expect(shows(expectErr(await client.getAllUsers()))).toEqual([])
      expect(sent('/GeneralApi/LoginUser')).toHaveLength(1)
    },
  )
})
