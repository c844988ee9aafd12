import express, { type Express } from 'express'
import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { ResultAsync } from 'neverthrow'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { id, intakeOf, json, read, serve } from '../test/serve'
import { allowIps, crmWebhooks, sharedSecret, signature, type CrmWebhooksOptions } from './index'

const query = `event=Update&id=${id}&type=Identity`

describe('construction', () => {
  const { sync } = intakeOf()

  it('throws one sentence when auth is missing or is not one', () => {
    const wrong: unknown[] = [undefined, null, 'nobody', 'a-secret-of-enough-letters', {}]
    for (const auth of wrong) {
      expect(() => crmWebhooks({ sync, auth } as CrmWebhooksOptions)).toThrow(/^crmWebhooks needs `auth`: [^\n]+\.$/)
    }
  })

  it('throws one sentence when sync is missing', () => {
    expect((): unknown => Reflect.apply(crmWebhooks, null, [{ auth: 'none' }])).toThrow(/^crmWebhooks needs `sync`/)
  })
})

describe('202', () => {
  it('comes with the key, once the change is on disk and not before', async () => {
    let onDisk = () => {}
    const written = new Promise<void>((resolve) => (onDisk = resolve))
    const receive = () => ResultAsync.fromSafePromise(written).map(() => ({ key: `identity/${id}`, generation: 7 }))
    const { crm } = await serve({ receive })
    let answered = false
    const answer = read(fetch(`${crm}/identity?${query}`)).finally(() => (answered = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(answered).toBe(false)
    onDisk()
    expect(await answer).toMatchObject({ status: 202, body: { key: `identity/${id}`, generation: 7 } })
  })

  it('has its headers', async () => {
    const { crm } = await serve()
    const { headers } = await read(fetch(`${crm}/identity?${query}`))
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  })
})

describe('paths and methods', () => {
  it.each(['/', '/contact', '/identity/more', '/x/identity', '/test'])(
    '404 for %s, from the router and not from the application',
    async (path) => {
      const { crm } = await serve()
      expect(await read(fetch(crm + path))).toMatchObject({ status: 404, body: { error: 'not_found' } })
    },
  )

  it('a secret stands in the segment before the endpoint', async () => {
    const { crm } = await serve({ auth: sharedSecret('a-secret/with-slash', { path: true }), test: true })
    const encoded = encodeURIComponent('a-secret/with-slash')
    expect((await fetch(`${crm}/${encoded}/Identity/?${query}`)).status).toBe(202)
    expect((await fetch(`${crm}/identity?${query}`)).status).toBe(401)
    expect((await fetch(`${crm}/more/${encoded}/identity?${query}`)).status).toBe(404)
    const shown = await read(fetch(`${crm}/${encoded}/test?note=1`))
    expect(shown.body).toMatchObject({ path: '/webhook/crm/***/test', query: { note: '1' } })
  })

  it.each(['PUT', 'OPTIONS', 'HEAD'])('405 for %s, which notes nothing', async (method) => {
    const { crm, changes } = await serve()
    const answer = await read(fetch(`${crm}/identity?${query}`, { method }))
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, POST')
    expect(changes).toEqual([])
  })

  it('reads the query by itself, whatever parser the application has', async () => {
    const { crm } = await serve({}, (app) => app.set('query parser', 'extended'))
    const answer = await read(fetch(`${crm}/identity?event=Update&id[]=${id}`))
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ path: 'id' }] } })
  })
})

describe('a body', () => {
  it('413 for a body without a stated length, and at a limit that was set', async () => {
    const { port } = await serve({ bodyLimit: 50 })
    const socket = connect(port, '127.0.0.1')
    socket.end(
      'POST /webhook/crm/identity HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n' +
        `connection: close\r\n\r\n40\r\n${'a'.repeat(64)}\r\n0\r\n\r\n`,
    )
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('413 for a stated length of 10 MB, 415 for a compressed one', async () => {
    const { crm, changes } = await serve()
    const long = json({ identityId: id, more: 'a'.repeat(10_000_000) })
    expect((await fetch(`${crm}/identity`, long)).status).toBe(413)
    const compressed = json({ identityId: id }, { 'content-encoding': 'gzip' })
    expect((await fetch(`${crm}/identity`, compressed)).status).toBe(415)
    expect(changes).toEqual([])
  })
})

describe('the other end of the connection', () => {
  it('is what allowIps looks at', async () => {
    const path = `/identity?${query}`
    const here = await serve({ auth: allowIps(['127.0.0.1']) }, (app) => app.set('trust proxy', true))
    expect((await fetch(here.crm + path, { headers: { 'x-forwarded-for': '192.168.10.5' } })).status).toBe(202)
    const elsewhere = await serve({ auth: allowIps(['192.168.10.5']) }, (app) => app.set('trust proxy', true))
    expect((await fetch(elsewhere.crm + path, { headers: { 'x-forwarded-for': '192.168.10.5' } })).status).toBe(401)
  })
})

describe('a bug', () => {
  it('is answered with 500 and is not handed on to the application', async () => {
    const receive = () => new ResultAsync<never, never>(Promise.reject(new Error(`broken at ${id}`)))
    const { crm, leaked, lines } = await serve({ receive })
    const answer = await read(fetch(`${crm}/identity?${query}`))
    expect(answer).toMatchObject({ status: 500, body: { error: 'internal_error' } })
    expect(answer.text + JSON.stringify(lines)).not.toContain('broken at')
    expect(leaked).toEqual([])
  })
})

describe('a signature behind a parser of the application', () => {
  const key = Buffer.from('a key of twenty-four byt').toString('base64')
  const signed = () => {
    const body = JSON.stringify({ identityId: id, action: 'update' })
    const at = new Date()
    return json(body, {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(key).sign('msg_1', at, body),
    })
  }

  it('is refused where the bytes are gone, and the log says why', async () => {
    const { crm, lines } = await serve({ auth: signature(key) }, (app) => app.use(express.json()))
    expect((await fetch(`${crm}/identity`, signed())).status).toBe(401)
    expect(lines[0]?.message).toContain('req.rawBody')
  })

  it('is taken where the application kept the bytes in req.rawBody, and where there is no parser', async () => {
    const keepBytes = express.json({ verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }) })
    for (const prepare of [(app: Express) => app.use(keepBytes), () => {}]) {
      const { crm } = await serve({ auth: signature(key) }, prepare)
      expect((await fetch(`${crm}/identity`, signed())).status).toBe(202)
    }
  })
})
