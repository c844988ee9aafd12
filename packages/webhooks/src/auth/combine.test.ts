import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { id, json, mount } from '../../test/mount'
import { allOf, allowIps, anyOf, sharedSecret, signature, type Authenticator } from '../index'

const secret = 'a-secret-in-the-query'
const key = Buffer.from('a key of twenty-four byt').toString('base64')
const here = allowIps(['127.0.0.1'])
const elsewhere = allowIps(['192.168.10.5'])

const withSecret = `/identity?secret=${secret}&event=Update&id=${id}`
const without = `/identity?event=Update&id=${id}`

async function statusOf(auth: Authenticator, path: string, init: RequestInit = {}) {
  const { call } = mount({ auth })
  return (await call(path, init)).status
}

function signed() {
  const body = JSON.stringify({ identityId: id })
  const at = new Date()
  return json(body, {
    'webhook-id': '1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign('1', at, body),
  })
}

describe('anyOf', () => {
  it('accepts what one of them accepts', async () => {
    expect(await statusOf(anyOf(elsewhere, sharedSecret(secret)), withSecret)).toBe(202)
    expect(await statusOf(anyOf(here, sharedSecret(secret)), without)).toBe(202)
    expect(await statusOf(anyOf(elsewhere, sharedSecret(secret)), without)).toBe(401)
  })

  it('lets the CRM in by secret and middleware by signature', async () => {
    const auth = anyOf(sharedSecret(secret), signature(key))
    expect(await statusOf(auth, withSecret)).toBe(202)
    expect(await statusOf(auth, '/identity', signed())).toBe(202)
    expect(await statusOf(auth, '/identity', json({ identityId: id }))).toBe(401)
  })

  it('finds a secret in the path within it', async () => {
    const auth = anyOf(elsewhere, sharedSecret(secret, { path: true }))
    expect(await statusOf(auth, `/${secret}${without}`)).toBe(202)
  })
})

describe('allOf', () => {
  it('accepts what all of them accept', async () => {
    expect(await statusOf(allOf(here, sharedSecret(secret)), withSecret)).toBe(202)
    expect(await statusOf(allOf(here, sharedSecret(secret)), without)).toBe(401)
    expect(await statusOf(allOf(elsewhere, sharedSecret(secret)), withSecret)).toBe(401)
  })

  it('checks a signature beside the rest', async () => {
    expect(await statusOf(allOf(here, signature(key)), '/identity', signed())).toBe(202)
    expect(await statusOf(allOf(elsewhere, signature(key)), '/identity', signed())).toBe(401)
  })
})

describe('either of them', () => {
  it('is refused when it is given nothing', () => {
    expect(() => anyOf()).toThrow(/^anyOf needs/)
    expect(() => allOf()).toThrow(/^allOf needs/)
  })
})
