import { describe, expect, test } from 'vitest'
import { createSandbox } from '../src/index'
import { readExchange } from '../../../test-support/exchange'

const login = readExchange('siagh-login').request

const logIn = (sandbox: ReturnType<typeof createSandbox>) =>
  sandbox.fetch(`${sandbox.siagh.url}${login.path}`, { method: 'POST', body: JSON.stringify(login.body) })

describe('the fetch of a sandbox', () => {
  test('reaches both servers without anything that listens or intercepts', async () => {
    const sandbox = createSandbox({ contacts: 3 })
    const session = ((await (await logIn(sandbox)).json()) as { SessionId: string }).SessionId
    const list = await sandbox.fetch(`${sandbox.siagh.url}/api/Sgh/GEN/Gn_Web_Users/GetAll`, {
      headers: { authorization: session },
    })
    expect(await list.json()).toHaveLength(3)
    const refused = await sandbox.fetch(`${sandbox.crm.url}/api/v2/crmobject/person/get`, {
      method: 'POST',
      body: '{}',
    })
    expect(refused.status).toBe(401)
  })

  test('has told the server before it returns', async () => {
    const sandbox = createSandbox()
    const answer = logIn(sandbox)
    expect(sandbox.siagh.requests()).toHaveLength(1)
    await answer
  })

  test('fails as a connection does', async () => {
    const sandbox = createSandbox()
    sandbox.siagh.faults.next('login', 'resetAfter')
    await expect(logIn(sandbox)).rejects.toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } })
    await expect(sandbox.fetch('http://elsewhere.test/')).rejects.toMatchObject({ cause: { code: 'ENOTFOUND' } })
  })
})
