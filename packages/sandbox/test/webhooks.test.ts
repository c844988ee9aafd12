import { createServer } from 'node:http'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSandbox } from '../src/index'
import { readExchange, recordedWebhooks } from '../../../test-support/exchange'
import { send } from './exchange'

const hangingClock = () => {
  const due: { at: number; run: () => void }[] = []
  let now = 0
  return {
    now: () => now,
    after: (ms: number, run: () => void) => {
      due.push({ at: now + ms, run })
      return () => undefined
    },
    advance: (ms: number) => {
      now += ms
      for (const { run } of due.splice(0).sort((a, b) => a.at - b.at)) run()
    },
  }
}
const collecting = () => {
  const urls: string[] = []
  const send = (url: string) => {
    urls.push(url)
    return Promise.resolve({ status: 202 })
  }
  return { urls, send }
}
const eventsOf = (urls: string[]) => urls.map((url) => new URL(url).searchParams.get('event'))

test('sends what the recorded webhooks are, to the letter', async () => {
  const { crm } = createSandbox()
  const { urls, send } = collecting()
  crm.webhooks.pointAt('http://app.test/webhook/crm')
  crm.webhooks.set({ send, updatesAfterInsert: 0 })
  crm.createPerson({ crmId: '2b1f0c6e-0000-4000-8000-000000000001' })
  crm.createOrganization({ crmId: '2b1f0c6e-0000-4000-8000-000000000002' })
  crm.updateIdentity('2b1f0c6e-0000-4000-8000-000000000002', { nickName: 'x' })
  crm.createQuote({ crmId: '265d0000-0000-4000-8000-000000000001' })
  crm.createInvoice({ crmId: '1a6b0000-0000-4000-8000-000000000001' })
  crm.updateDocument('1a6b0000-0000-4000-8000-000000000001', { subject: 'x' })
  await crm.webhooks.idle()
  const recorded = recordedWebhooks()
    .filter(({ method }) => method === 'GET')
    .map(({ url }) => `http://app.test${url}`)
  expect(recorded).toHaveLength(4)
  expect(urls).toEqual(expect.arrayContaining(recorded))
})

test('a save is an Insert and then an Update, a removal a Delete, and the typed query string is kept', async () => {
  const { crm } = createSandbox()
  const { urls, send } = collecting()
  crm.webhooks.set({ target: 'http://app.test/hook?secret=s', send })
  const id = crm.createPerson({ firstName: 'a' })
  crm.remove(id)
  await crm.webhooks.idle()
  expect(eventsOf(urls)).toEqual(['Insert', 'Update', 'Delete'])
  expect(urls[0]).toMatch(`http://app.test/hook?secret=s&event=Insert&id=${id}&type=Identity&subtype=`)
  expect(crm.webhooks.deliveries().map(({ state, status }) => [state, status])).toEqual(
    Array(3).fill(['answered', 202]),
  )
})

test('only ticked events of pointed types are sent', async () => {
  const { crm } = createSandbox()
  const { urls, send } = collecting()
  crm.webhooks.set({ target: { Identity: 'http://app.test/i' }, events: { Identity: ['Update'] }, send })
  crm.createPerson({})
  crm.createInvoice({})
  await crm.webhooks.idle()
  expect(eventsOf(urls)).toEqual(['Update'])
})

test('switches double, lose and delay', async () => {
  const clock = hangingClock()
  const { crm } = createSandbox({ clock })
  const { urls, send } = collecting()
  crm.webhooks.set({ target: 'http://app.test/', send, updatesAfterInsert: 0, duplicates: 1 })
  crm.createPerson({})
  await crm.webhooks.idle()
  expect(eventsOf(urls)).toEqual(['Insert', 'Insert'])

  crm.webhooks.set({ duplicates: 0, loss: 1 })
  crm.createPerson({})
  await crm.webhooks.idle()
  expect(urls).toHaveLength(2)
  expect(crm.webhooks.deliveries().at(-1)?.state).toBe('lost')

  crm.webhooks.set({ loss: 0, delayMs: 500 })
  crm.createPerson({})
  const idle = crm.webhooks.idle()
  expect(crm.webhooks.deliveries().at(-1)?.state).toBe('waiting')
  clock.advance(500)
  await idle
  expect(urls).toHaveLength(3)
})

test('reordering lets later webhooks pass earlier ones, the same way for the same seed', async () => {
  const run = async (seed: number) => {
    const clock = hangingClock()
    const { crm } = createSandbox({ clock, seed })
    const { urls, send } = collecting()
    crm.webhooks.set({ target: 'http://app.test/', send, updatesAfterInsert: 0, reordering: 0.5 })
    for (let index = 0; index < 20; index += 1) crm.createPerson({ crmId: `id-${index}` })
    clock.advance(5000)
    await crm.webhooks.idle()
    return urls.map((url) => new URL(url).searchParams.get('id'))
  }
  const order = await run(1)
  expect(order).not.toEqual(Array.from({ length: 20 }, (_, index) => `id-${index}`))
  expect([...order].sort()).toEqual(Array.from({ length: 20 }, (_, index) => `id-${index}`).sort())
  expect(await run(1)).toEqual(order)
  expect(await run(2)).not.toEqual(order)
})

test('a failed delivery is noted and not sent again', async () => {
  const { crm } = createSandbox()
  crm.webhooks.set({
    target: 'http://app.test/',
    updatesAfterInsert: 0,
    send: () => Promise.reject(new Error('refused')),
  })
  crm.createPerson({})
  await crm.webhooks.idle()
  expect(crm.webhooks.deliveries()).toMatchObject([{ state: 'failed', reason: 'refused' }])
})

test('goes out as a GET with no header but host and connection', async () => {
  const seen: { method: string | undefined; url: string | undefined; headers: string[] }[] = []
  const receiver = createServer(({ method, url, headers }, answer) => {
    seen.push({ method, url, headers: Object.keys(headers) })
    answer.writeHead(202).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { crm } = createSandbox()
  crm.webhooks.pointAt(`http://127.0.0.1:${port}/crm`)
  crm.createPerson({})
  await crm.webhooks.idle()
  receiver.closeAllConnections()
  receiver.close()
  expect(seen).toHaveLength(2)
  expect(seen[0]?.method).toBe('GET')
  expect(seen[0]?.url).toMatch(/^\/crm\/identity\?event=Insert&id=/)
  expect(seen[0]?.headers.filter((name) => !['host', 'connection'].includes(name))).toEqual([])
})

const sandbox = createSandbox()
const server = setupServer(...sandbox.handlers)
beforeAll(() => server.listen({ onUnhandledFrame: 'bypass' }))
afterAll(() => server.close())

test('a write through the API fires webhooks too', async () => {
  const { crm } = sandbox
  const { urls, send: deliver } = collecting()
  crm.webhooks.set({ target: 'http://app.test/', send: deliver })
  const login = readExchange('crm-login').request
  const answer = await send(crm.url + login.path, 'POST', login.body)
  const token = `Bearer ${(answer.body as { accessToken: string }).accessToken}`
  await send(`${crm.url}/api/v2/crmobject/person/create`, 'POST', { firstName: 'a' }, token)
  await crm.webhooks.idle()
  expect(eventsOf(urls)).toEqual(['Insert', 'Update'])
})
