import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { id, json, read, mount } from '../../test/mount'
import { signature } from '../index'

const secret = `whsec_${Buffer.from('a key of twenty-four byt').toString('base64')}`
const other = Buffer.from('another key, long enough').toString('base64')
const body = JSON.stringify({ identityId: id, action: 'update' })

function signed(payload: string, { by = secret, at = new Date(), sent = payload } = {}) {
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign('msg_1', at, payload),
  }
  return json(sent, headers)
}

describe('construction', () => {
  it.each(['whsec_short', 'not base64, and long enough!', 'whsec_YWJjZGVmZ2g='])('refuses %s', (wrong) => {
    expect(() => signature(wrong)).toThrow(/^signature needs [^\n]+\.$/)
  })
})

describe('a signed POST', () => {
  it.each([secret, other])('is taken when any of the secrets signed it', async (by) => {
    const { call, changes } = mount({ auth: signature([secret, other]) })
    expect((await call(`/identity`, signed(body, { by }))).status).toBe(202)
    expect(changes).toEqual([{ kind: 'identity', id, event: 'update' }])
  })

  it('is refused with another key, another body, or a time long past', async () => {
    const { call, changes } = mount({ auth: signature(secret) })
    const answers = await Promise.all([
      read(call(`/identity`, signed(body, { by: other }))),
      read(call(`/identity`, signed(body, { sent: body.replace('update', 'delete') }))),
      read(call(`/identity`, signed(body, { at: new Date(Date.now() - 600_000) }))),
      read(call(`/identity`, json(body))),
      read(call('/identity', json(body, { 'webhook-id': '1', 'webhook-timestamp': 'x', 'webhook-signature': 'v1' }))),
    ])
    expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(
      answers.map(() => '401 {"error":"unauthorized"}'),
    )
    expect(changes).toEqual([])
  })

  it('learns that its JSON is broken only with a valid signature', async () => {
    const { call } = mount({ auth: signature(secret) })
    expect((await call(`/identity`, signed('{broken'))).status).toBe(400)
    expect((await call(`/identity`, signed('{broken', { by: other }))).status).toBe(401)
  })

  it('is cut off at the limit: 413', async () => {
    const { call } = mount({ auth: signature(secret) })
    expect((await call(`/identity`, signed('a'.repeat(200_000)))).status).toBe(413)
  })
})

describe('a GET', () => {
  it('is refused, as its query is not covered by a signature', async () => {
    const { call, changes } = mount({ auth: signature(secret) })
    const { headers } = signed('')
    const answer = await call(`/identity?event=Update&id=${id}`, headers ? { headers } : {})
    expect(answer.status).toBe(401)
    expect(changes).toEqual([])
  })
})
