import { describe, expect, it } from 'vitest'
import { allSessionEnds, createSandbox } from '../src/index'

const list = '/api/Sgh/GEN/Gn_Web_Users/GetAll'
const statuses = { htmlPage: 200, redirect: 302, refusal: 200 }

describe('a call with a session that has ended', () => {
  it.each(allSessionEnds)('is answered by both servers as told (%s) and not carried out', async (form) => {
    const { siagh, crm, fetch } = createSandbox()
    siagh.answerEndedSessionsWith(form)
    crm.answerEndedSessionsWith(form)
    const answers = [
      await fetch(`${siagh.url}${list}`, { headers: { authorization: 'ended' } }),
      await fetch(`${crm.url}/api/v2/crmobject/person/create`, { method: 'POST', body: '{"nickName":"x"}' }),
    ]
    const status = typeof form === 'number' ? form : statuses[form]
    expect(answers.map((answer) => answer.status)).toEqual([status, status])
    expect([siagh.requests().at(-1)?.applied, crm.requests().at(-1)?.applied]).toEqual([false, false])
    expect(crm.identities()).toHaveLength(0)
  })
})

describe('the orders of the control API', () => {
  it('end the sessions, choose the answer to them, and put an odd row into the list', async () => {
    const sandbox = createSandbox({ contacts: 2 })
    const listening = await sandbox.listen()
    const order = (path: string, body?: unknown) =>
      fetch(`${listening.controlUrl}/siagh/${path}`, {
        method: 'POST',
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    expect((await order('expire-sessions')).status).toBe(200)
    expect((await order('expire-sessions', { answer: 440 })).status).toBe(200)
    expect((await order('expire-sessions', { answer: 'nonsense' })).status).toBe(400)
    expect((await order('odd-row', { row: null })).status).toBe(200)
    expect((await order('faults', { retryAfter: '86400' })).status).toBe(200)
    expect((await fetch(`${listening.siaghUrl}${list}`)).status).toBe(440)
    sandbox.siagh.faults.next('getAll', 'rateLimited')
    expect((await fetch(`${listening.siaghUrl}${list}`)).headers.get('retry-after')).toBe('86400')
    await listening.close()
  })
})
