import { err, ok } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { json, localServer } from '../test/local-server'
import { localTransport } from '../test/local-transport'
import { malformed, notFound } from './errors'
import { expectErr, expectOk } from '../../../test-support/results'

const page = '<!DOCTYPE html><html><body>Runtime Error</body></html>'

const answering = (status: number, body: string, type = 'application/json', headers = {}) =>
  localServer((seen, response) => {
    if (seen.path === '/login') {
      json(response, 200, { id: 'session-1' })
      return
    }
    response.writeHead(status, { 'content-type': type, ...headers }).end(body)
  })
const ask = async (server: { baseUrl: string }, call: Parameters<ReturnType<typeof localTransport>['post']>[1] = {}) =>
  localTransport(server.baseUrl, { retry: { attempts: 1 } }).post('/x', call)

describe('a 2xx', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    ['null', null],
    ['"متن"', 'متن'],
    ['\uFEFF{"a":1}', { a: 1 }],
  ])('with the body %j is read as %j', async (text, value) => {
    expect(expectOk(await ask(await answering(200, text)))).toEqual(value)
  })

  it.each([page, '{"half":', 'plain'])(
    'that is no JSON (%j) is malformed as a read and open as a write',
    async (text) => {
      const server = await answering(200, text, 'text/html')
      expect(expectErr(await ask(server))).toMatchObject({ kind: 'malformed', path: '' })
      expect(expectErr(await ask(server, { kind: 'write' }))).toMatchObject({ kind: 'outcome_unknown' })
    },
  )

  it('that a write cannot make sense of is open, and names the field', async () => {
    const read = () => err(malformed('siagh', 'details.0'))
    const answer = await ask(await answering(200, '{}'), { kind: 'write', read })
    expect(expectErr(answer)).toMatchObject({
      kind: 'outcome_unknown',
      message: 'The answer to a write cannot be read at details.0',
    })
  })

  it('hands the headers to the reader', async () => {
    const server = await answering(200, '{}', 'application/json', { 'x-total': '7' })
    expect(expectOk(await ask(server, { read: (_, response) => ok(response.headers.get('x-total')) }))).toBe('7')
  })
})

describe('a refusal', () => {
  it.each([
    ['{"message":"نام خالی است"}', 'application/json', [{ message: 'نام خالی است' }]],
    ['{"Message":"bad"}', 'application/json', [{ message: 'bad' }]],
    ['"bare"', 'application/json', [{ message: 'bare' }]],
    ['plain', 'text/plain', [{ message: 'plain' }]],
    [page, 'text/html', []],
    ['', 'text/plain', []],
    ['{"message":7}', 'application/json', []],
  ])('keeps the words of %j', async (body, type, reasons) => {
    const answer = await ask(await answering(400, body, type), { kind: 'write' })
    expect(expectErr(answer)).toMatchObject({
      kind: 'rejected',
      retryable: false,
      reasons,
      message: 'The server refused the call (HTTP 400)',
    })
  })

  it.each([
    [402, 'unauthorized'],
    [403, 'rejected'],
    [404, 'not_found'],
    [409, 'rejected'],
    [429, 'rate_limited'],
  ])('with HTTP %i is %s, of a write too', async (status, kind) => {
    expect(expectErr(await ask(await answering(status, page, 'text/html'), { kind: 'write' }))).toMatchObject({ kind })
  })

  it('may be read by the client, which gets the status and the parsed body', async () => {
    const refused = (status: number, body: unknown) =>
      status === 400 && typeof body === 'object' ? notFound('siagh', 'gone') : undefined
    expect(expectErr(await ask(await answering(400, '{}'), { refused }))).toMatchObject({
      kind: 'not_found',
      message: 'gone',
    })
    expect(expectErr(await ask(await answering(400, 'text'), { refused }))).toMatchObject({
      kind: 'rejected',
    })
  })

  it('by a redirect is not followed', async () => {
    const server = await answering(307, '', 'text/plain', { location: '/elsewhere' })
    expect(expectErr(await ask(server))).toMatchObject({ kind: 'unavailable', status: 307 })
    expect(expectErr(await ask(server, { kind: 'write' }))).toMatchObject({ kind: 'outcome_unknown' })
    expect(server.to('/elsewhere')).toEqual([])
  })
})

describe('a bug', () => {
  it('in a reader, in send or in authorization is a defect, never a rejection', async () => {
    const server = await answering(200, '{}')
    const explode = () => {
      throw new TypeError('boom')
    }
    expect(expectErr(await ask(server, { read: explode }))).toMatchObject({
      kind: 'defect',
      retryable: false,
    })
    expect(expectErr(await ask(server, { send: explode }))).toMatchObject({ kind: 'defect' })
    expect(expectErr(await ask(server, { send: () => Promise.resolve({ response: new Response() }) }))).toMatchObject({
      kind: 'defect',
    })
  })

  it('in the log does not break a call', async () => {
    const server = await answering(200, '{}')
    const onEvent = () => {
      throw new Error('disk full')
    }
    expect((await localTransport(server.baseUrl, { onEvent }).post('/x')).isOk()).toBe(true)
  })
})
