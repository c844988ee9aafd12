import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createSandbox, type ListeningSandbox, type SimulatedSiagh } from '../src/index'
import { readExchange } from '../../../test-support/exchange'
import { send } from './exchange'

const login = readExchange('siagh-login').request
const create = readExchange('siagh-create-contact').request

const logIn = async (url: string): Promise<string> => {
  const answer = await send(url + login.path, 'POST', login.body)
  return (answer.body as { SessionId: string }).SessionId
}
const save = async (url: string, session: string, signal?: AbortSignal) =>
  fetch(url + create.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: session },
    body: JSON.stringify(create.body),
    ...(signal === undefined ? {} : { signal }),
  })

const causeOf = async (call: Promise<unknown>): Promise<{ code?: string }> => {
  try {
    await call
  } catch (error) {
    return (error as { cause: { code?: string } }).cause
  }
  throw new Error('The call did not fail')
}

const behaves = (world: () => { siagh: SimulatedSiagh; url: string }) => {
  afterEach(() => {
    const { siagh } = world()
    siagh.faults.clear()
    for (const { Code } of siagh.contacts()) siagh.removeContact(Code)
  })
  const last = () => world().siagh.requests().at(-1)

  test('a reset before the write leaves nothing behind', async () => {
    const { siagh, url } = world()
    const session = await logIn(url)
    siagh.faults.next('saveContact', 'resetBefore')
    expect((await causeOf(save(url, session))).code).toMatch(/ECONNRESET|UND_ERR_SOCKET/)
    expect(siagh.contacts()).toEqual([])
    expect(last()).toMatchObject({ operation: 'saveContact', applied: false, fault: 'resetBefore' })
    expect((await save(url, session)).status).toBe(200)
  })

  test('a reset after the write loses the answer, not the contact', async () => {
    const { siagh, url } = world()
    const session = await logIn(url)
    siagh.faults.next('saveContact', 'resetAfter')
    expect((await causeOf(save(url, session))).code).toMatch(/ECONNRESET|UND_ERR_SOCKET/)
    expect(siagh.contacts()).toHaveLength(1)
    expect(last()).toMatchObject({ applied: true })
    expect(last()).not.toHaveProperty('status')
  })

  test.each([
    ['hang', 0],
    ['hangAfter', 1],
  ] as const)('%s never answers', async (fault, contacts) => {
    const { siagh, url } = world()
    const session = await logIn(url)
    siagh.faults.next('saveContact', fault)
    await expect(save(url, session, AbortSignal.timeout(80))).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(siagh.contacts()).toHaveLength(contacts)
  })

  test('latency delays an answer and holds up no other', async () => {
    const { siagh, url } = world()
    const session = await logIn(url)
    siagh.faults.latency(30_000)
    const delayed = expect(save(url, session, AbortSignal.timeout(300))).rejects.toMatchObject({ name: 'TimeoutError' })
    await expect.poll(() => siagh.requests().at(-1)?.operation).toBe('saveContact')
    siagh.faults.latency(0)
    expect((await save(url, session)).ok).toBe(true)
    await delayed
  })

  test('an HTML page, an error 500 and a limit come instead of the answer', async () => {
    const { siagh, url } = world()
    const session = await logIn(url)
    siagh.faults.next('any', 'htmlPage')
    siagh.faults.next('any', 'error500')
    siagh.faults.next('any', 'rateLimited')
    const page = await save(url, session)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect((await save(url, session)).status).toBe(500)
    const limited = await save(url, session)
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1'])
    expect(siagh.contacts()).toEqual([])
  })

  test('a truncated answer is no JSON, and the write was carried out', async () => {
    const { siagh, url } = world()
    const session = await logIn(url)
    siagh.faults.next('saveContact', 'truncatedJson')
    await expect(save(url, session).then((response) => response.json())).rejects.toBeInstanceOf(SyntaxError)
    expect(siagh.contacts()).toHaveLength(1)
  })

  test('an expired session is 401 and stays expired', async () => {
    const { siagh, url } = world()
    const session = await logIn(url)
    siagh.faults.next('saveContact', 'expiredSession')
    expect((await save(url, session)).status).toBe(401)
    expect((await save(url, session)).status).toBe(401)
    expect((await save(url, await logIn(url))).status).toBe(200)
  })

  test('a refusal is a business answer that saves nothing', async () => {
    const { siagh, url } = world()
    const session = await logIn(url)
    siagh.faults.next('saveContact', 'refusal')
    const answer = (await (await save(url, session)).json()) as { ReturnValue: boolean }
    expect(answer.ReturnValue).toBe(false)
    expect(siagh.contacts()).toEqual([])
  })

  test('away is away until it is lifted', async () => {
    const { siagh, url } = world()
    const back = siagh.faults.set('away')
    await causeOf(logIn(url)) // over HTTP this one may go out on a connection that was kept alive, and be reset
    expect((await causeOf(logIn(url))).code).toBe('ECONNREFUSED')
    back()
    expect(await logIn(url)).toMatch(/^[0-9a-f]{32}$/)
  })
}

describe('through msw', () => {
  const sandbox = createSandbox({ contacts: 0 })
  const server = setupServer(...sandbox.handlers)
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
  afterAll(() => server.close())
  behaves(() => ({ siagh: sandbox.siagh, url: sandbox.siagh.url }))
})

describe('over HTTP', () => {
  const sandbox = createSandbox({ contacts: 0 })
  let listening: ListeningSandbox
  beforeAll(async () => {
    listening = await sandbox.listen()
  })
  afterAll(() => listening.close())
  behaves(() => ({ siagh: sandbox.siagh, url: listening.siaghUrl }))

  test('closes although a call hangs', async () => {
    const other = createSandbox()
    const { siaghUrl, close } = await other.listen()
    other.siagh.faults.set('hang')
    const call = causeOf(logIn(siaghUrl))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await close()
    expect(await call).toBeDefined()
  })
})
