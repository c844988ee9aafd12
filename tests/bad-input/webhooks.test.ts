import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { onlyFailure, sara, untilHandled } from '../flow/world'
import { chain, expectNothingWritten, expectQuietLog, expectRefusedWithoutTrace, secret } from './chain'

const id = '2b1f0c6e-0000-4000-8000-000000000001'
const other = '2b1f0c6e-0000-4000-8000-000000000002'
const persian = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))
const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))

describe('a GET webhook is refused with 400 and the name of the field, and leaves no trace', () => {
  it.each([
    ['an unknown event', 'identity', `event=Merge&id=${id}&type=Identity`, 'event'],
    ['no event', 'identity', `id=${id}&type=Identity`, 'event'],
    ['an unknown type', 'identity', `event=Update&id=${id}&type=Ticket`, 'type'],
    ['the type of another path', 'invoice', `event=Update&id=${id}&type=Identity`, 'type'],
    ['no id', 'invoice', 'event=Insert&type=Invoice', 'id'],
    ['an empty id', 'invoice', 'event=Insert&type=Invoice&id=', 'id'],
    ['a word for an id', 'quote', 'event=Insert&id=undefined', 'id'],
    ['a number for an id', 'quote', 'event=Insert&id=17', 'id'],
    ['a GUID without dashes', 'identity', `event=Insert&id=${id.replaceAll('-', '')}`, 'id'],
    ['a GUID and something behind it', 'identity', `event=Insert&id=${id}'--`, 'id'],
    ['a line break inside the id', 'identity', `event=Insert&id=${id.replace('-', '%0A-')}`, 'id'],
    ['a NUL behind the id', 'identity', `event=Insert&id=${id}%00`, 'id'],
    ['Persian digits in the id', 'identity', `event=Update&id=${encodeURIComponent(persian(id))}`, 'id'],
    ['Arabic digits in the id', 'identity', `event=Update&id=${encodeURIComponent(arabic(id))}`, 'id'],
    ['full-width digits in the id', 'identity', `event=Update&id=${encodeURIComponent(fullWidth(id))}`, 'id'],
    ['a Cyrillic а in the id', 'identity', `event=Update&id=${encodeURIComponent(id.replace('f', 'а'))}`, 'id'],
    [
      'a mark of direction inside the id',
      'identity',
      `event=Update&id=${encodeURIComponent(`2b1f\u200F${id.slice(4)}`)}`,
      'id',
    ],
    [
      'non-breaking hyphens in the id',
      'identity',
      `event=Update&id=${encodeURIComponent(id.replaceAll('-', '\u2011'))}`,
      'id',
    ],
    ['two different ids', 'identity', `event=Update&id=${id}&id=${other}`, 'id'],
    ['two different events', 'identity', `event=Update&event=Delete&id=${id}`, 'event'],
    ['two different types', 'invoice', `event=Update&id=${id}&type=Invoice&type=Quote`, 'type'],
    ['an id in brackets', 'identity', `event=Update&id[]=${id}`, 'id'],
    ['the id under the name of a prototype', 'identity', `event=Update&__proto__=${id}&__proto__[id]=${id}`, 'id'],
    ['the id in capital letters', 'identity', `event=Update&ID=${id}`, 'id'],
  ])('%s', async (_what, kind, query, path) => {
    const the = await chain()
    const answer = await the.get(kind, query)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({
      error: 'invalid_change',
      issues: [{ path, message: expect.stringMatching(/^(?:is|does) /) }],
    })
    await expectRefusedWithoutTrace(the)
    expect(the.logger.lines).toMatchObject([{ level: 'warn', fields: { status: 400, issues: [{ path }] } }])
  })

  it('names every field at fault at once', async () => {
    const the = await chain()
    const { body } = await the.get('identity', 'event=Merge&id=17&type=Ticket')
    expect(body).toMatchObject({ issues: [{ path: 'event' }, { path: 'id' }, { path: 'type' }] })
  })

  it('repeats nothing of what was sent, in the answer or in the log', async () => {
    const the = await chain()
    const answer = await the.get('identity', 'event=09120001234&id=سارا&type=sara@example.com')
    expect(answer.text).not.toMatch(/09120001234|سارا|sara@/)
    expectQuietLog(the)
  })
})

describe('a POST webhook is refused with 400 and the name of the field, and leaves no trace', () => {
  const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`
  it.each([
    ['broken JSON', '{"identityId": "', 'body'],
    ['an empty body', '', 'body'],
    ['null', null, 'body'],
    ['a bare text', JSON.stringify(id), 'body'],
    ['a list', [{ identityId: id }], 'body'],
    ['40,000 nested lists', deep, 'body'],
    ['40,000 nested lists for an id', `{"identityId":${deep.slice(1, -1)}}`, 'identityId'],
    ['two JSON texts', `{"identityId":"${id}"}{"identityId":"${other}"}`, 'body'],
    ['an id on a prototype', `{"__proto__":{"identityId":"${id}"}}`, 'identityId'],
    ['an id on a constructor', { constructor: { prototype: { identityId: id } } }, 'identityId'],
    ['a number for an id', { identityId: 17 }, 'identityId'],
    ['true for an id', { identityId: true }, 'identityId'],
    ['a list of ids', { identityId: [id] }, 'identityId'],
    ['an object for an id', { identityId: { $ne: null } }, 'identityId'],
    ['null for an id', { identityId: null }, 'identityId'],
    ['no id', { action: 'update' }, 'identityId'],
    ['an unknown action', { identityId: id, action: 'merge' }, 'action'],
    ['a number for an action', { identityId: id, action: 1 }, 'action'],
    ['an unknown identityType', { identityId: id, identityType: 'Robot' }, 'identityType'],
    ['an unknown type', { identityId: id, type: 'Ticket' }, 'type'],
  ])('%s', async (_what, body, path) => {
    const the = await chain()
    const answer = await the.post('identity', body)
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_change', issues: [{ path }] } })
    await expectRefusedWithoutTrace(the)
  })

  it.each([
    ['UTF-16', Buffer.from(JSON.stringify({ identityId: id }), 'utf16le')],
    ['an old code page', Buffer.concat([Buffer.from('{"identityId":"'), Buffer.from([0xc7, 0xe1]), Buffer.from('"}')])],
  ])('bytes in %s', async (_what, bytes) => {
    const the = await chain()
    expect(await the.post('identity', bytes)).toMatchObject({ status: 400, body: { issues: [{ path: 'body' }] } })
    await expectRefusedWithoutTrace(the)
  })

  it('a form that gives two different ids', async () => {
    const the = await chain()
    const form = `invoiceId=${id}&invoiceId=${other}&action=update`
    const answer = await the.post('invoice', form, 'application/x-www-form-urlencoded')
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ path: 'invoiceId' }] } })
    await expectRefusedWithoutTrace(the)
  })
})

describe('a request that is no webhook leaves no trace', () => {
  it('413 for a body of 10 MB', async () => {
    const the = await chain()
    const answer = await the.post('identity', { identityId: id, more: 'a'.repeat(10_000_000) })
    expect(answer).toMatchObject({ status: 413, body: { error: 'payload_too_large' } })
    await expectRefusedWithoutTrace(the)
  })

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/json; charset=utf-16'])(
    '415 for the content type %s',
    async (type) => {
      const the = await chain()
      const answer = await the.post('identity', { identityId: id }, type)
      expect(answer).toMatchObject({ status: 415, body: { error: 'unsupported_media_type' } })
      await expectRefusedWithoutTrace(the)
    },
  )

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'])('405 for %s', async (method) => {
    const the = await chain()
    expect((await fetch(the.urlOf('identity', `event=Insert&id=${id}`), { method })).status).toBe(405)
    await expectRefusedWithoutTrace(the)
  })

  it.each([
    ['400 for a method in small letters', `get /webhook/crm/identity?secret=${secret}&event=Insert&id=${id}`, 400],
    ['404 for another path', `GET /webhook/crm/ticket?secret=${secret}&event=Insert&id=${id}`, 404],
    ['404 for a path that climbs', `GET /webhook/crm/../crm/identity/..?secret=${secret}&id=${id}`, 404],
    ['401 for a secret in the wrong case', `GET /webhook/crm/identity?secret=${secret.toUpperCase()}&id=${id}`, 401],
    [
      '401 for the right secret beside a wrong one',
      `GET /webhook/crm/identity?secret=x&secret=${secret}&id=${id}`,
      401,
    ],
    [
      '431 for a query of 20,000 characters',
      `GET /webhook/crm/identity?secret=${secret}&more=${'a'.repeat(20_000)}`,
      431,
    ],
  ])('%s', async (_what, line, status) => {
    const the = await chain()
    const socket = connect(the.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.end(`${line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    await expectRefusedWithoutTrace(the)
  })
})

describe('a careless webhook that says clearly what it means is taken', () => {
  it.each([
    ['spaces around the id', (id: string) => `event=Insert&id=%20${id}%20`],
    ['a BOM in front of the id', (id: string) => `event=Insert&id=%EF%BB%BF${id}`],
    ['braces and capital letters', (id: string) => `EVENT=x&event=INSERT&id=%7B${id.toUpperCase()}%7D&type=identity`],
    ['everything twice', (id: string) => `event=Insert&id=${id}&type=Identity&event=Insert&id=${id}&type=Identity`],
    ['10,000 characters of something else', (id: string) => `event=Insert&id=${id}&more=${'a'.repeat(10_000)}`],
    ['a subtype that tells nothing', (id: string) => `event=Insert&id=${id}&subtype=%00%ff%zz`],
  ])('%s', async (_what, queryOf) => {
    const the = await chain()
    const person = the.sandbox.crm.createPerson(sara)
    const answer = await the.get('identity', queryOf(person))
    expect(answer).toMatchObject({ status: 202, body: { key: `identity/${person}` } })
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: person, Name: sara.nickName })
    expectQuietLog(the)
  })

  it('a prototype beside the id is not looked at and pollutes nothing', async () => {
    const the = await chain()
    const person = the.sandbox.crm.createPerson(sara)
    const body = `{"__proto__":{"action":"merge","polluted":1},"constructor":{"prototype":{"polluted":1}},"identityId":"${person}"}`
    expect((await the.post('identity', body)).status).toBe(202)
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: person })
    expect('polluted' in {}).toBe(false)
  })

  it('fifty webhooks of an id that the CRM does not have are one failure and no write', async () => {
    const the = await chain()
    const answers = await Promise.all(Array.from({ length: 50 }, () => the.get('invoice', `event=Update&id=${other}`)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
    await untilHandled(the)
    expect(await onlyFailure(the.sync)).toMatchObject({ key: { id: other }, error: { kind: 'not_found' } })
    expectNothingWritten(the)
  })
})
