import express from 'express'
import { errAsync, okAsync } from 'neverthrow'
import type { Sync } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { listen, read } from '../test/serve'
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

async function health(answer: Sync['status']) {
  const app = express()
  app.use(healthEndpoints({ sync: { status: answer } }))
  app.get('/other', (_req, res) => res.send('"mine"'))
  return listen(app)
}

describe('/livez', () => {
  it('answers even while the store does not', async () => {
    const { url } = await health(() => errAsync(down))
    expect(await read(fetch(`${url}/livez`))).toMatchObject({ status: 200, body: { status: 'live' } })
  })
})

describe('/readyz', () => {
  it('tells counts and which servers are away, and no more', async () => {
    const { url } = await health(() => okAsync(status))
    const answer = await read(fetch(`${url}/readyz`))
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
    const { url, leaked } = await health(answer)
    const { status, headers, text } = await read(fetch(`${url}/readyz`))
    expect({ status, text }).toEqual({ status: 503, text: '{"status":"unavailable"}' })
    expect(headers.get('retry-after')).not.toBeNull()
    expect(leaked).toEqual([])
  })

  it('leaves the other paths to the application', async () => {
    const { url } = await health(() => okAsync(status))
    expect(await read(fetch(`${url}/other`))).toMatchObject({ status: 200, body: 'mine' })
  })
})
