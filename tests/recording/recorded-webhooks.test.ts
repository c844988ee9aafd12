import { startService } from '@siagh-sync/service'
import { createSandbox } from '@siagh-sync/sandbox'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { exchangeNames, readWebhook, type WebhookExchange } from '../../test-support/exchange'
import { recordingLogger } from '../../test-support/recording-logger'
import { replayWebhook } from '../../test-support/replay-webhook'
import { expectOk } from '../../test-support/results'
import { configFrom, temporaryFolder } from '../service/trial/start'
import { filesOf, recordDay } from './record-company'

/** Our webhooks answer what was recorded as they did then. What failed then must not fail now. */
async function expectReplayed(exchange: WebhookExchange): Promise<void> {
  const { status, body } = await replayWebhook(exchange)
  const recorded = exchange.response
  if (recorded.status >= 500) expect(status).toBeLessThan(500)
  else if (recorded.status === 202)
    expect({ status, body }).toEqual({ status: 202, body: { ...(recorded.body as object), generation: 1 } })
  else expect({ status, body }).toEqual(recorded)
}

describe('every webhook in test-support/exchanges', () => {
  it.each(exchangeNames('webhook'))('%s is answered as it was', async (name) => {
    await expectReplayed(readWebhook(name))
  })
})

const webhooksIn = (record: string) =>
  [...filesOf(record)]
    .filter(([name]) => name.startsWith('webhook-'))
    .map(([, text]) => JSON.parse(text) as WebhookExchange)

it('the webhooks of a day are answered as they were', async () => {
  const { record } = await recordDay(11)
  const recorded = webhooksIn(record)
  expect(recorded.length).toBeGreaterThan(5)
  for (const exchange of recorded) await expectReplayed(exchange)
})

const SECRET = 'webhook-secret-of-odd-webhooks'
const ID = '2b1f0c6e-77ab-4000-8000-0000000000ab'
const OTHER = '5c1f0c6e-77ab-4000-8000-0000000000cd'
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const json = (charset = '') => ({ 'content-type': `application/json${charset}` })
const get = (path: string) => [path, {}] as const
const post = (body: string | Uint8Array, headers: Record<string, string> = json()) =>
  [`/identity?secret=${SECRET}`, { method: 'POST', headers, body }] as const

/** What a webhook is, how it is sent, and its status. */
const odd: readonly (readonly [string, readonly [string, RequestInit], number])[] = [
  ['in small letters', get(`/IDENTITY/?secret=${SECRET}&event=update&id=${ID}&type=identity`), 202],
  ['in capitals and braces', get(`/identity?secret=${SECRET}&event=DELETED&id=%7B${ID.toUpperCase()}%7D`), 202],
  [
    'with Arabic letters',
    get(`/identity?secret=${SECRET}&event=Insert&id=${ID}&subtype=${encodeURIComponent('مخاطب حقيقي')}`),
    202,
  ],
  ['with more parameters', get(`/identity?kashani=09121234567&secret=${SECRET}&event=Edit&id=${ID}&id=${ID}`), 202],
  ['with two ids', get(`/identity?secret=${SECRET}&event=Edit&id=${ID}&id=${OTHER}`), 400],
  ['with an unknown event', get(`/identity?secret=${SECRET}&event=Merge&id=${ID}`), 400],
  [
    'with Persian digits',
    get(`/identity?secret=${SECRET}&event=Edit&id=${encodeURIComponent(ID.replaceAll('0', '۰'))}`),
    400,
  ],
  ['with a name for an id', get(`/invoice?secret=${SECRET}&event=Edit&id=Kashani`), 400],
  ['with a type of another path', get(`/invoice?secret=${SECRET}&event=Edit&id=${ID}&type=Identity`), 400],
  ['of another secret', get(`/identity?secret=${SECRET}x&event=Edit&id=${ID}`), 401],
  ['without a secret', get(`/identity?event=Edit&id=${ID}`), 401],
  ['on another path', get(`/Kashani?secret=${SECRET}&event=Edit&id=${ID}`), 404],
  ['by DELETE', [`/identity?secret=${SECRET}`, { method: 'DELETE' }], 405],
  [
    'of middleware',
    post(JSON.stringify({ identityId: ID, action: 'Created', identityType: 'حقوقي', kashani: 'Kashani' })),
    202,
  ],
  ['of middleware with a number', post(JSON.stringify({ identityId: ID, identityType: 1 })), 202],
  ['of middleware with a wrong number', post(JSON.stringify({ identityId: ID, identityType: 3 })), 400],
  ['of middleware in a form', post(`identityId=${ID}&action=deleted&name=Kashani`, form), 202],
  ['of a vendor', post(JSON.stringify({ identityId: ID }), { 'content-type': 'application/vnd.kashani+json' }), 202],
  ['in another encoding', post('{"identityId":"\\xc7\\xe1"}', json('; charset=windows-1256')), 415],
  ['of XML', post('<id>Kashani</id>', { 'content-type': 'text/xml' }), 415],
  ['that is compressed', post('{}', { ...json(), 'content-encoding': 'gzip' }), 415],
  ['that is cut off', post(`{"identityId":"${ID}","name":"Kashani`), 400],
  [
    'that is not UTF-8',
    post(Buffer.concat([Buffer.from(`{"identityId":"${ID}","x":"`), Buffer.from([0xc7, 0xe1]), Buffer.from('"}')])),
    400,
  ],
  ['that is empty', post(''), 400],
  ['that is too long', post('a'.repeat(200_000)), 413],
  ['that is a list', post(`[{"identityId":"${ID}"}]`), 400],
  ['with names of the language', post(`{"__proto__":{"identityId":"${ID}"},"constructor":{"id":"${ID}"}}`), 400],
  ['with a name twice', post(`{"identityId":"${OTHER}","identityId":"${ID}"}`), 202],
]

it('odd webhooks are answered as they were, and nothing of them is left', async () => {
  const servers = await createSandbox({ contacts: 3 }).listen()
  onTestFinished(() => servers.close())
  const record = join(temporaryFolder(), 'recording')
  const config = await configFrom({
    ...{ SIAGH_URL: servers.siaghUrl, SIAGH_USERNAME: 'nobody', SIAGH_PASSWORD: 'password-of-nobody' },
    ...{ CRM_URL: servers.crmUrl, CRM_USERNAME: 'nobody', CRM_PASSWORD: 'password-of-nobody' },
    ...{ WEBHOOK_SECRET: SECRET, PORT: '0' },
  })
  const service = expectOk(await startService(config, { logger: recordingLogger(), record }))
  for (const [what, [path, init], status] of odd) {
    const answer = await fetch(`${service.url}/webhook/crm${path}`, init)
    expect.soft({ what, status: answer.status }).toEqual({ what, status })
  }
  expect(await service.stop()).toEqual([])

  const recorded = webhooksIn(record)
  const countOf = (status: number, list: readonly { readonly status: number }[]) =>
    list.filter((each) => each.status === status).length
  for (const status of [202, 400, 401, 404, 405, 413, 415])
    expect
      .soft({
        status,
        count: countOf(
          status,
          recorded.map(({ response }) => response),
        ),
      })
      .toEqual({
        status,
        count: countOf(
          status,
          odd.map(([, , each]) => ({ status: each })),
        ),
      })
  for (const exchange of recorded) await expectReplayed(exchange)
  const text = JSON.stringify(recorded)
  expect(text).not.toMatch(/kashani|9121234567|2b1f0c6e|5c1f0c6e/i)
  expect(text).not.toContain(SECRET)
})
