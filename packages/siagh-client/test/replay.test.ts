import type { ResultAsync } from 'neverthrow'
import { afterEach, describe, expect, it } from 'vitest'
import { createSiaghClient, type ApiError, type SiaghClient } from '../src/index'
import { contact, preInvoice, refusedPreInvoice } from './samples'
import { afterLogin, startSiaghServer, type SiaghServer } from './siagh-server'
import { exchangeNames, readExchange, type Exchange } from '../../../test-support/exchange'

interface Replay {
  /** MD5 of "password" unless told otherwise. */
  readonly passwordMd5?: string
  readonly call: (client: SiaghClient) => ResultAsync<unknown, ApiError>
  readonly reads: { readonly value: unknown } | { readonly error: unknown }
}

const refusal = (message: string, field?: string) => ({
  error: expect.objectContaining({ kind: 'rejected', reasons: [{ message, ...(field && { field }) }] }) as unknown,
})

const replays: Record<string, Replay> = {
  'siagh-login': {
    call: (client) => client.login(),
    reads: {
      value: {
        sessionId: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
        userCode: 1,
        userName: 'کاربر وب سرویس',
        branchCode: 1,
        fiscalYear: 1404,
        systemDate: '1404/09/04',
        systemTime: '17:33',
      },
    },
  },
  'siagh-login-refused': {
    passwordMd5: '00000000000000000000000000000000',
    call: (client) => client.login(),
    reads: { error: expect.objectContaining({ kind: 'unauthorized', retryable: false }) },
  },
  'siagh-get-all-users': {
    call: (client) => client.getAllUsers(),
    reads: {
      value: [
        expect.objectContaining({ Code: 1, Name: 'مدیر سیستم', IsAdminUser: true }),
        expect.objectContaining({ Code: 3, tmpid: '3', MobileNo: '09120000003', TowardType: false }),
        expect.objectContaining({ Code: 8, TelNo: '٠٢١٨٨٠٠٠٠٠٨', IsActive: false, TowardType: true }),
      ],
    },
  },
  'siagh-create-contact': { call: (client) => client.createContact(contact), reads: { value: { code: 8356 } } },
  'siagh-create-contact-refused': {
    call: (client) => client.createContact({ ...contact, telno: '', passno: '', tmpid: '112' }),
    reads: refusal('شماره موبایل نمی تواند تکراری باشد.'),
  },
  'siagh-update-contact': {
    call: (client) => client.updateContact(8356, { ...contact, fullname: 'مخاطب ویرایش‌شده', telno: '', passno: '' }),
    reads: { value: undefined },
  },
  'siagh-create-pre-invoice': {
    call: (client) => client.createPreInvoice(preInvoice),
    reads: { value: { code: '15459', number: '2488', params: '458640' } },
  },
  'siagh-create-pre-invoice-refused-price': {
    call: (client) => client.createPreInvoice(refusedPreInvoice),
    reads: refusal('قیمت ردیف 1 درست وارد نشده است', 'Price'),
  },
  'siagh-create-pre-invoice-script-failure': {
    call: (client) => client.createPreInvoice(refusedPreInvoice),
    reads: {
      error: expect.objectContaining({
        kind: 'rejected',
        reasons: [{ message: expect.stringMatching(/^RUNTIME ERROR/) as unknown }],
      }),
    },
  },
}

let server: SiaghServer | undefined
afterEach(() => server?.close())

async function replay(vector: Exchange, { call, passwordMd5 = '5F4DCC3B5AA765D61D8327DEB882CF99' }: Replay) {
  const isLogin = vector.request.path === '/GeneralApi/LoginUser'
  server = await startSiaghServer(isLogin ? () => vector.response : afterLogin(vector.response))
  const { baseUrl } = server
  const result = await call(createSiaghClient({ baseUrl, username: 'کاربر وب سرویس', passwordMd5 }))
  return { result, sent: server.received.filter(({ path }) => path === vector.request.path) }
}

describe('the recorded exchanges', () => {
  it('that are replayed here are recorded', () => {
    expect(exchangeNames('siagh')).toEqual(expect.arrayContaining(Object.keys(replays)))
  })

  it.each(Object.entries(replays))('%s: sends what was recorded, once, and reads the answer', async (name, plan) => {
    const vector = readExchange(name)
    const { result, sent } = await replay(vector, plan)

    expect(sent).toHaveLength(1)
    expect(sent[0]?.method).toBe(vector.request.method)
    expect(sent[0]?.headers).toMatchObject(vector.request.headers ?? {})
    expect(sent[0]?.body).toEqual(vector.request.body)
    expect(result.isOk() ? { value: result.value } : { error: result.error }).toEqual(plan.reads)
  })

  it('a login carries no Authorization, and a body that is JSON says so', async () => {
    const { sent } = await replay(readExchange('siagh-login'), {
      call: (client) => client.login(),
      reads: { value: {} },
    })
    expect(sent[0]?.headers).not.toHaveProperty('authorization')
    expect(sent[0]?.headers['content-type']).toBe('application/json')
  })
})
