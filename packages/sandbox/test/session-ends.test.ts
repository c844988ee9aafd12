import { describe, expect, it } from 'vitest'
import { createSandbox, defaultDialect, dialectSettings } from '../src/index'

const list = '/api/Sgh/GEN/Gn_Web_Users/GetAll'

describe('a call with a session that has ended', () => {
  it.each(dialectSettings.siaghSessionEnd.values)(
    'is answered by both servers as told (%s) and not carried out',
    async (form) => {
      const { siagh, crm, fetch } = createSandbox({ dialect: { siaghSessionEnd: form, crmSessionEnd: form } })
      const answers = [
        await fetch(`${siagh.url}${list}`, { headers: { authorization: 'ended' } }),
        await fetch(`${crm.url}/api/v2/crmobject/person/create`, { method: 'POST', body: '{"nickName":"x"}' }),
      ]
      const status = typeof form === 'number' ? form : form === 'redirect' ? 302 : 200
      expect(answers.map((answer) => answer.status)).toEqual([status, status])
      expect([siagh.requests().at(-1)?.applied, crm.requests().at(-1)?.applied]).toEqual([false, false])
      expect(crm.identities()).toHaveLength(0)
    },
  )
})

describe('the orders of the control API', () => {
  it('end the sessions, choose how the servers answer, and put an odd row into the list', async () => {
    const sandbox = createSandbox({ contacts: 2 })
    const listening = await sandbox.listen()
    const order = (path: string, body?: unknown) =>
      fetch(`${listening.controlUrl}/${path}`, {
        method: 'POST',
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    expect((await order('siagh/expire-sessions')).status).toBe(200)
    expect((await order('dialect', { siaghSessionEnd: 440 })).status).toBe(200)
    expect((await order('dialect', { siaghSessionEnd: 'nonsense' })).status).toBe(400)
    expect((await order('dialect', { nonsense: 440 })).status).toBe(400)
    expect(await (await fetch(`${listening.controlUrl}/dialect`)).json()).toEqual({
      ...defaultDialect,
      siaghSessionEnd: 440,
    })
    expect((await order('siagh/odd-row', { row: null })).status).toBe(200)
    expect((await order('siagh/faults', { retryAfter: '86400' })).status).toBe(200)
    expect((await fetch(`${listening.siaghUrl}${list}`)).status).toBe(440)
    sandbox.siagh.faults.next('getAll', 'rateLimited')
    expect((await fetch(`${listening.siaghUrl}${list}`)).headers.get('retry-after')).toBe('86400')
    await listening.close()
  })
})
