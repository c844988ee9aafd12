import { describe, expect, it } from 'vitest'
import { id, json, mount, read } from '../test/mount'

const change = { kind: 'identity', id, event: 'update', type: 'person' }
const body = { identityId: id, action: 'update', identityType: 'Person' }
const bytes = new TextEncoder().encode(JSON.stringify(body))

/** A POST whose body comes in these pieces, without a stated length. */
function streamed(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, headers: Record<string, string> = {}) {
  const init = { ...json(''), body: ReadableStream.from(pieces), duplex: 'half' as const }
  return { ...init, headers: { 'content-type': 'application/json', ...headers } }
}

/** Pieces without an end. `taken` counts those that were asked for. */
function endless() {
  let taken = 0
  function* pieces() {
    for (;;) {
      taken += 1
      yield new Uint8Array(1_000)
    }
  }
  return { pieces: pieces(), taken: () => taken }
}

describe('a body', () => {
  it.each([
    ['JSON', json(body)],
    ['a form', { method: 'POST', body: new URLSearchParams(body) }],
    ['JSON in single bytes', streamed([...bytes].map((byte) => Uint8Array.of(byte)))],
  ])('is read: %s', async (_what, init) => {
    const { call, changes } = mount()
    expect((await call('/identity', init)).status).toBe(202)
    expect(changes).toEqual([change])
  })

  it.each([
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'application/vnd.crm+json',
    'application/json;charset="UTF-8"',
  ])('may have the content type %s', async (type) => {
    const { call, changes } = mount()
    expect((await call('/identity', json(body, { 'content-type': type }))).status).toBe(202)
    expect(changes).toEqual([change])
  })

  it('may be as long as the limit and not a byte longer', async () => {
    for (const [limit, status] of [
      [bytes.byteLength, 202],
      [bytes.byteLength - 1, 413],
    ] as const) {
      const { call } = mount({ bodyLimit: limit })
      expect((await call('/identity', json(body))).status).toBe(status)
      expect((await call('/identity', streamed([bytes]))).status).toBe(status)
    }
  })

  it('is not read to an end that does not come', async () => {
    const { call, changes } = mount()
    const { pieces, taken } = endless()
    expect((await call('/identity', streamed(pieces))).status).toBe(413)
    expect(taken()).toBeLessThan(110)
    expect(changes).toEqual([])
  })

  it('is not read at all when its stated length is too long, or when it is compressed', async () => {
    const { call } = mount()
    for (const [headers, status] of [
      [{ 'content-length': '100001' }, 413],
      [{ 'content-encoding': 'gzip' }, 415],
    ] as const) {
      const { pieces, taken } = endless()
      expect((await call('/identity', streamed(pieces, headers))).status).toBe(status)
      // A stream asks for its first piece by itself.
      expect(taken()).toBeLessThanOrEqual(1)
    }
  })

  it('that breaks off notes nothing', async () => {
    const { call, changes } = mount()
    const pieces = (function* () {
      yield bytes.subarray(0, 10)
      throw new Error('the sender is gone')
    })()
    const answer = await read(call('/identity', streamed(pieces)))
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ path: 'body', message: 'could not be read' }] } })
    expect(changes).toEqual([])
  })

  it('that is empty is not JSON', async () => {
    const { call } = mount()
    const headers = { 'content-type': 'application/json' }
    expect(await read(call('/identity', { method: 'POST', headers }))).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'body' }] },
    })
  })
})
