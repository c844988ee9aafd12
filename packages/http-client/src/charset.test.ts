import { describe, expect, it } from 'vitest'
import { json, localServer } from '../test/local-server'
import { localTransport } from '../test/local-transport'
import { expectErr, expectOk } from '../../../test-support/results'

const arabic = Buffer.of(0x22, 0xd4, 0xd1, 0x98, 0xca, 0x22)

/** A server whose answer is these bytes, of this type. */
const answering = (type: string, status = 200) =>
  localServer((seen, response) => {
    if (seen.path === '/login') json(response, 200, { id: 'session-1' })
    else response.writeHead(status, { 'content-type': type }).end(arabic)
  })
const ask = async (type: string, kind: 'read' | 'write', status?: number) => {
  const server = await answering(type, status)
  const answer = await localTransport(server.baseUrl).post('/x', { kind })
  return { answer, sent: server.to('/x').length }
}

describe('an answer that is not UTF-8', () => {
  it.each(['read', 'write'] as const)('to a %s is read by its charset', async (kind) => {
    const { answer } = await ask('application/json; charset=windows-1256', kind)
    expect(expectOk(answer)).toBe('شرکت')
  })

  it.each(['application/json', 'application/json; charset=utf-8', 'application/json; charset=x-mac-farsi'])(
    'and says %j is malformed as a read and open as a write, and is asked for once',
    async (type) => {
      const read = await ask(type, 'read')
      expect(expectErr(read.answer)).toMatchObject({ kind: 'malformed', path: '', retryable: true })
      expect(read.sent).toBe(1)
      const write = await ask(type, 'write')
      expect(expectErr(write.answer).kind).toBe('outcome_unknown')
      expect(write.sent).toBe(1)
    },
  )

  it.each([
    [400, 'rejected'],
    [404, 'not_found'],
    [429, 'rate_limited'],
    [500, 'outcome_unknown'],
  ])('keeps the meaning of HTTP %i, and gives no word of its own', async (status, kind) => {
    const { answer } = await ask('text/plain', 'write', status)
    expect(expectErr(answer).kind).toBe(kind)
    expect(JSON.stringify(expectErr(answer))).not.toContain('\uFFFD')
  })
})
