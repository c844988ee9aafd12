import { errAsync, okAsync } from 'neverthrow'
import type { Sync } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { read } from '../test/mount'
import { healthEndpoints } from './index'

const status = {
  company: 'Sample Trading',
  pending: 3,
  oldestPendingAt: 1,
  held: 0,
  mode: 'live',
  hold: 'some',
  failed: 2,
  inDoubt: 1,
  unreadableContacts: 0,
  running: 1,
  away: [{ system: 'siagh', until: 5 }],
} as const

const down = { kind: 'store_unavailable', retryable: true, message: 'cannot open /var/lib/sync.db' } as const

function health(answer: Sync['status']) {
  const handle = healthEndpoints({ sync: { status: answer } })
  return (path: string, method = 'GET') => handle(new Request(`https://sync.example${path}`, { method }))
}

describe('/livez', () => {
  it('answers even while the store does not', async () => {
    const call = health(() => errAsync(down))
    expect(await read(call('/livez'))).toMatchObject({ status: 200, body: { status: 'live' } })
  })
})

describe('/readyz', () => {
  it('tells counts and which servers are away, and no more', async () => {
    const call = health(() => okAsync(status))
    const answer = await read(call('/readyz'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.body).toEqual({
      status: 'ready',
      mode: 'live',
      hold: 'some',
      pending: 3,
      failed: 2,
      inDoubt: 1,
      running: 1,
      away: ['siagh'],
    })
  })

  it.each([
    ['does not answer', () => errAsync(down)],
    [
      'throws',
      () => {
        throw new Error(down.message)
      },
    ],
  ])('says 503 and not why when the store %s', async (_how, answer) => {
    const call = health(answer)
    const { status, headers, text } = await read(call('/readyz'))
    expect({ status, text }).toEqual({ status: 503, text: '{"status":"unavailable"}' })
    expect(headers.get('retry-after')).not.toBeNull()
  })
})

describe('other requests', () => {
  const call = health(() => okAsync(status))

  it.each(['/livez/', '/LIVEZ', '/internal/livez'])('%s is the same path', async (path) => {
    expect((await call(path)).status).toBe(200)
  })

  it.each(['/', '/other', '/livez/more', '/notlivez'])('404 for %s', async (path) => {
    expect(await read(call(path))).toMatchObject({ status: 404, body: { error: 'not_found' } })
  })

  it('HEAD is answered without a body, other methods with 405', async () => {
    expect(await read(call('/readyz', 'HEAD'))).toMatchObject({ status: 200, text: '' })
    const posted = await read(call('/readyz', 'POST'))
    expect(posted.status).toBe(405)
    expect(posted.headers.get('allow')).toBe('GET, HEAD')
  })
})
