import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { connectionFailure } from './connection-failure'

const failed = (cause: unknown) => new TypeError('fetch failed', { cause })
const coded = (code: string, syscall?: string) => Object.assign(new Error('x'), { code, ...(syscall && { syscall }) })

describe('connectionFailure', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('knows that nothing was sent after %s', (code) => {
    expect(connectionFailure(failed(coded(code)))).toEqual({ code, neverSent: true })
  })

  it.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'EPROTO', 'UND_ERR_HEADERS_TIMEOUT', 'ETIMEDOUT'])(
    'cannot tell after %s',
    (code) => {
      expect(connectionFailure(failed(coded(code)))).toEqual({ code, neverSent: false })
    },
  )

  it('knows that a timeout of connect() came before the request', () => {
    expect(connectionFailure(failed(coded('ETIMEDOUT', 'connect')))).toEqual({ code: 'ETIMEDOUT', neverSent: true })
  })

  it('cannot tell when one of several addresses may have got the request', () => {
    const all = (...errors: Error[]) => failed(Object.assign(new AggregateError(errors), { code: 'ECONNREFUSED' }))
    expect(connectionFailure(all(coded('ECONNREFUSED'), coded('ECONNRESET'))).neverSent).toBe(false)
    expect(connectionFailure(all(coded('ECONNREFUSED'), coded('ETIMEDOUT', 'connect'))).neverSent).toBe(true)
  })

  it('keeps the free text of a foreign error out of the code', () => {
    expect(connectionFailure(failed(coded('secret of http://host/?x=1')))).toEqual({
      code: 'NO_CODE',
      neverSent: false,
    })
    expect(connectionFailure('thrown text')).toEqual({ code: 'NO_CODE', neverSent: false })
  })

  it('reads what the real fetch throws for a closed port and for plain HTTP behind https', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const plain: unknown = await fetch(`https://127.0.0.1:${port}/`).catch((error: unknown) => error)
    await new Promise((resolve) => server.close(resolve))
    const closed: unknown = await fetch(`http://127.0.0.1:${port}/`).catch((error: unknown) => error)
    expect(connectionFailure(plain).neverSent).toBe(true)
    expect(connectionFailure(closed)).toEqual({ code: 'ECONNREFUSED', neverSent: true })
  })
})
