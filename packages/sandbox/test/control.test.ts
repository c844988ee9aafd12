import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSandbox, type ListeningSandbox } from '../src/index'
import { readExchange } from '../../../test-support/exchange'
import { programOf } from '../../../test-support/program-of'
import { send } from './exchange'

const sandbox = createSandbox()
let listening: ListeningSandbox
const control = (method: string, path: string, body?: unknown) => send(listening.controlUrl + path, method, body)

beforeAll(async () => {
  listening = await sandbox.listen()
})
afterAll(() => listening.close())

test('tells what both servers hold', async () => {
  expect((await control('GET', '')).body).toMatchObject({ siagh: { contacts: 8 }, crm: { identities: 0 } })
  expect((await control('GET', '/siagh/contacts')).body).toEqual(sandbox.siagh.contacts())
})

test('makes, changes and removes records, of samples and of given fields', async () => {
  const made = await control('POST', '/crm/person')
  const { crmId } = made.body as { crmId: string }
  expect(sandbox.crm.identities().at(-1)).toMatchObject({ crmId, firstName: expect.stringMatching(/./) })
  await control('POST', '/crm/invoice')
  expect(sandbox.crm.documents()).toMatchObject([{ identityId: crmId }])
  await control('POST', '/crm/organization', { nickName: 'شرکت نمونه' })
  expect(sandbox.crm.identities().at(-1)).toMatchObject({ nickName: 'شرکت نمونه' })

  await control('PATCH', `/crm/${crmId}`, { lastName: 'تازه' })
  expect(sandbox.crm.identities()[0]).toMatchObject({ crmId, lastName: 'تازه' })
  expect((await control('DELETE', `/crm/${crmId}`)).status).toBe(200)
  expect((await control('DELETE', `/crm/${crmId}`)).status).toBe(404)
})

test('switches faults and webhooks', async () => {
  const login = readExchange('siagh-login').request
  const status = async () => (await send(listening.siaghUrl + login.path, 'POST', login.body)).status
  await control('POST', '/siagh/faults', { next: 'login', fault: 'error500', times: 2 })
  expect([await status(), await status(), await status()]).toEqual([500, 500, 200])
  await control('POST', '/siagh/faults', { set: 'rateLimited', operation: 'login' })
  expect(await status()).toBe(429)
  await control('DELETE', '/siagh/faults')
  expect(await status()).toBe(200)

  await control('POST', '/crm/webhooks', { pointAt: 'http://127.0.0.1:9/crm?s=1', loss: 1 })
  expect(sandbox.crm.webhooks.settings()).toMatchObject({
    loss: 1,
    target: { Quote: 'http://127.0.0.1:9/crm/quote?s=1' },
  })
})

test.each([
  ['POST', '/siagh/faults', { set: 'gone' }],
  ['POST', '/siagh/faults', { next: 'personGet', fault: 'hang' }],
  ['POST', '/crm/webhooks', { los: 1 }],
  ['POST', '/crm/person', { firstName: 1 }],
])('%s %s does not take %j', async (method, path, body) => {
  expect((await control(method, path, body)).status).toBe(400)
})

test('the command prints its addresses, and Ctrl-C stops it', async () => {
  const cli = await programOf(new URL('../src/cli.ts', import.meta.url))
  const ports = ['--siagh-port', '0', '--crm-port', '0', '--control-port', '0', '--contacts', '30']
  const child = spawn(process.execPath, [cli, ...ports])
  const [greeting] = (await once(child.stdout, 'data')) as [Buffer]
  const controlUrl = /^Control +(\S+)$/m.exec(greeting.toString())?.[1] ?? ''
  expect((await send(controlUrl, 'GET')).body).toMatchObject({ siagh: { contacts: 30 } })
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})
