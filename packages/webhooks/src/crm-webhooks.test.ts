import { describe, expect, it } from 'vitest'
import { err, errAsync, ResultAsync } from 'neverthrow'
import { id, intakeOf, json, mount, read } from '../test/mount'
import { recordingLogger } from '../../../test-support/recording-logger'
import { crmWebhooks, sharedSecret, type CrmWebhooksOptions } from './index'

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
    const { call } = mount({ receive })
    let answered = false
    const answer = read(call(`/identity?${query}`)).finally(() => (answered = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(answered).toBe(false)
    onDisk()
    expect(await answer).toMatchObject({ status: 202, body: { key: `identity/${id}`, generation: 7 } })
  })

  it('is never cached', async () => {
    const { call } = mount()
    const { headers } = await read(call(`/identity?${query}`))
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  it('comes on paths in other letters and with a slash at the end', async () => {
    const { call, changes } = mount()
    expect((await call(`/Identity/?${query}`)).status).toBe(202)
    expect(changes).toHaveLength(1)
  })
})

describe('400', () => {
  it.each([
    ['an unknown event', `event=Merge&id=${id}`, 'event'],
    ['an unknown type', `event=Update&id=${id}&type=Ticket`, 'type'],
    ['no id', 'event=Update&type=Identity', 'id'],
    ['Persian digits in the id', `event=Update&id=${encodeURIComponent(id.replaceAll('0', '۰'))}`, 'id'],
    ['a repeated parameter', `event=Update&id=${id}&id=${id.replace('1', '2')}`, 'id'],
    ['an id in brackets', `event=Update&id[]=${id}`, 'id'],
    ['an id of 10,000 characters', `event=Update&id=${'a'.repeat(10_000)}`, 'id'],
    ['a broken percent sign', `event=Update&id=%zz${id}`, 'id'],
  ])('names the field for %s, and notes nothing', async (_what, bad, path) => {
    const { call, changes, lines } = mount()
    const answer = await read(call(`/identity?${bad}`))
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ error: 'invalid_change', issues: [{ path, message: expect.any(String) }] })
    expect(changes).toEqual([])
    expect(lines).toMatchObject([{ level: 'warn', fields: { kind: 'identity', status: 400, issues: [{ path }] } }])
  })

  it.each([
    ['broken JSON', '{"identityId": "', 'body'],
    ['an empty body', '', 'body'],
    ['a list', [{ identityId: id }], 'body'],
    ['a prototype', `{"__proto__": {"identityId": "${id}"}}`, 'identityId'],
    ['an object for the id', { identityId: { $ne: null } }, 'identityId'],
    ['an unknown action', { identityId: id, action: 'merge' }, 'action'],
    ['an unknown identityType', { identityId: id, identityType: 'Robot' }, 'identityType'],
  ])('names the field for %s in a POST', async (_what, body, path) => {
    const { call, changes } = mount()
    const answer = await read(call(`/identity`, json(body)))
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_change', issues: [{ path }] } })
    expect(changes).toEqual([])
  })

  it('comes for bytes that are not UTF-8', async () => {
    const { call } = mount()
    const body = Buffer.concat([Buffer.from('{"identityId":"'), Buffer.from([0xc7, 0xe1]), Buffer.from('"}')])
    const answer = await read(call(`/identity`, { ...json(''), body }))
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ path: 'body' }] } })
  })

  it('passes on what the core finds wrong', async () => {
    const issues = [{ path: 'id', message: 'is too long' }]
    const receive = () => errAsync({ kind: 'invalid_change', retryable: false, message: 'no', issues } as const)
    const { call } = mount({ receive })
    expect(await read(call(`/identity?${query}`))).toMatchObject({ status: 400, body: { issues } })
  })
})

describe('404, 405, 413 and 415', () => {
  it.each(['/', '/contact', '/identity/more', '/test', '/__proto__', '/constructor', '//'])(
    '404 for %s, without repeating the path',
    async (path) => {
      const { call } = mount()
      const answer = await read(call(path))
      expect(answer).toMatchObject({ status: 404, body: { error: 'not_found' } })
    },
  )

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'QUERY'])('405 for %s, with what is allowed', async (method) => {
    const { call, changes } = mount()
    const answer = await read(call(`/identity?${query}`, { method }))
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, POST')
    expect(changes).toEqual([])
  })

  it('405 for HEAD, which notes nothing', async () => {
    const { call, changes } = mount()
    expect(await read(call(`/identity?${query}`, { method: 'HEAD' }))).toMatchObject({ status: 405, text: '' })
    expect(changes).toEqual([])
  })

  it('413 for a body of 10 MB', async () => {
    const { call, changes } = mount()
    const answer = await read(call(`/identity`, json({ identityId: id, more: 'a'.repeat(10_000_000) })))
    expect(answer).toMatchObject({ status: 413, body: { error: 'payload_too_large' } })
    expect(changes).toEqual([])
  })

  it.each([
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/json; charset=windows-1256',
    '',
  ])('415 for the content type "%s"', async (type) => {
    const { call, changes } = mount()
    const body = Buffer.from(JSON.stringify({ identityId: id }))
    const answer = await read(call(`/identity`, { method: 'POST', headers: { 'content-type': type }, body }))
    expect(answer).toMatchObject({ status: 415, body: { error: 'unsupported_media_type' } })
    expect(changes).toEqual([])
  })

  it('415 for a compressed body', async () => {
    const { call } = mount()
    const answer = await read(call(`/identity`, json({ identityId: id }, { 'content-encoding': 'gzip' })))
    expect(answer.status).toBe(415)
  })
})

describe('500 and 503', () => {
  it('503 with Retry-After while the store cannot write', async () => {
    const down = { kind: 'store_unavailable', retryable: true, message: 'disk full on /var/lib' } as const
    const { call, lines } = mount({ receive: () => errAsync(down) })
    const answer = await read(call(`/identity?${query}`))
    expect(answer).toMatchObject({ status: 503, body: { error: 'store_unavailable' } })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(answer.text).not.toContain('/var/lib')
    expect(lines).toMatchObject([{ level: 'error', fields: { status: 503 } }])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error(`broken at ${id}`)
      },
    ],
    ['rejects', () => new ResultAsync(Promise.reject(new Error(`broken at ${id}`)))],
    ['answers nonsense', () => new ResultAsync(Promise.resolve(err({ kind: 'odd' })))],
  ])('500 without a word of the cause when the core %s', async (_how, receive) => {
    const { call, lines } = mount({ receive: receive as CrmWebhooksOptions['sync']['receive'] })
    const answer = await read(call(`/identity?${query}`))
    expect(answer).toMatchObject({ status: 500, body: { error: 'internal_error' } })
    expect(answer.text + JSON.stringify(lines)).not.toContain('broken at')
    expect(lines).toMatchObject([{ level: 'error', fields: { status: 500 } }])
  })

  it('does not lose a webhook to a logger that throws', async () => {
    const broken = () => {
      throw new Error('no space left')
    }
    const { call, changes } = mount({
      logger: { debug: broken, info: broken, warn: broken, error: broken },
    })
    expect((await call(`/identity?${query}`)).status).toBe(202)
    expect(changes).toHaveLength(1)
  })
})

describe('the log', () => {
  it('says method, kind, key and status of what was taken', async () => {
    const { call, lines } = mount({ auth: sharedSecret('an-old-secret-of-ours') })
    await call(`/identity?secret=an-old-secret-of-ours&${query}`)
    expect(lines).toEqual([
      {
        level: 'debug',
        fields: { method: 'GET', kind: 'identity', key: `identity/${id}`, status: 202 },
        message: 'webhook answered',
      },
    ])
  })
})

describe('the mount point', () => {
  it.each(['/identity', '/crm/identity', '/api/v1/webhook/crm/IDENTITY/'])('may be any: %s', async (path) => {
    const { send, changes } = mount({ auth: sharedSecret('an-old-secret-of-ours') })
    expect((await send(`${path}?secret=an-old-secret-of-ours&${query}`)).status).toBe(202)
    expect((await send(`${path}?${query}`)).status).toBe(401)
    expect(changes).toHaveLength(1)
  })

  it.each(['/an-old-secret-of-ours/identity', '/api/webhook/an-old-secret-of-ours/identity'])(
    'stands before a secret in the path: %s',
    async (path) => {
      const { send, changes } = mount({ auth: sharedSecret('an-old-secret-of-ours', { path: true }) })
      expect((await send(`${path}?${query}`)).status).toBe(202)
      expect((await send(`/an-old-secret-of-ours/crm/identity?${query}`)).status).toBe(401)
      expect((await send(`/identity?${query}`)).status).toBe(401)
      expect(changes).toHaveLength(1)
    },
  )
})

describe('a request that was read before', () => {
  it.each([
    ['read', (request: Request) => request.text()],
    ['held by a reader', async (request: Request) => request.body?.getReader()],
  ])('is not taken, and the log says why: %s', async (_how, use) => {
    const { changes, sync } = intakeOf()
    const logger = recordingLogger()
    const request = new Request('https://sync.example/identity', json({ identityId: id }))
    await use(request)
    expect((await crmWebhooks({ sync, auth: 'none', logger })(request)).status).toBe(500)
    expect(changes).toEqual([])
    expect(logger.lines[0]?.message).toContain('a request that nobody has read')
  })
})
