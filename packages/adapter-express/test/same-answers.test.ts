import { crmWebhooks, sharedSecret } from '@siagh-sync/webhooks'
import { errAsync } from 'neverthrow'
import { expect, it } from 'vitest'
import { id, intakeOf, json, serve } from './serve'

const secret = 'a-secret-of-both-ways'
const down = { kind: 'store_unavailable', retryable: true, message: 'disk full' } as const

const right = `/identity?secret=${secret}&event=Update&id=${id}`
const requests: [string, RequestInit?][] = [
  [right],
  [`/identity?event=Update&id=${id}`],
  [`/identity?secret=${secret}&event=Merge&id=${id}`],
  [`/nothing?secret=${secret}`],
  [right, { method: 'DELETE' }],
  [right, { method: 'HEAD' }],
  [`/identity?secret=${secret}`, json({ identityId: id })],
  [`/identity?secret=${secret}`, { method: 'POST', body: new URLSearchParams({ identityId: id }) }],
  [`/identity?secret=${secret}`, json('{')],
  [`/identity?secret=${secret}`, json('a'.repeat(200_000))],
  [`/identity?secret=${secret}`, { method: 'POST', body: 'text' }],
  [`/identity?secret=${secret}`, { method: 'POST' }],
]

// Beside what the server adds of its own.
const headers = ['content-type', 'cache-control', 'allow', 'retry-after']

const summary = async (response: Response) => ({
  status: response.status,
  headers: headers.map((name) => response.headers.get(name)),
  body: await response.text(),
})

it.each([
  ['takes the change', undefined],
  ['cannot store it', () => errAsync(down)],
])('answers as the Fetch handler does when the core %s', async (_how, receive) => {
  const auth = sharedSecret(secret)
  const handle = crmWebhooks({ sync: intakeOf(receive).sync, auth })
  const { crm } = await serve({ auth, ...(receive && { receive }) })
  const statuses = new Set<number>()
  for (const [path, init] of requests) {
    const ofExpress = await summary(await fetch(crm + path, init))
    const ofFetch = await summary(await handle(new Request(crm + path, init)))
    expect({ path, init, ...ofExpress }).toEqual({ path, init, ...ofFetch })
    statuses.add(ofExpress.status)
  }
  const taken = receive ? 503 : 202
  expect([...statuses].sort()).toEqual([taken, 400, 401, 404, 405, 413, 415].sort())
})
