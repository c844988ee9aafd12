import { createSandbox } from '@siagh-sync/sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { start } from './trial/start'

const SECRET = 'secret-of-the-response-headers'
const TOKEN = 'operator-token-of-the-response-headers'
const ID = '2b1f0c6e-0000-4000-8000-000000000001'

/** What keeps a browser from running, framing, sniffing and telling on what an operator sees. */
const FOR_BROWSERS = {
  'content-security-policy': expect.stringContaining("default-src 'self'"),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': expect.stringContaining('max-age='),
}

async function startedAt(): Promise<string> {
  const servers = await createSandbox({ contacts: 3 }).listen()
  onTestFinished(() => servers.close())
  const { url } = await start({
    ...{ SIAGH_URL: servers.siaghUrl, SIAGH_USERNAME: 'nobody', SIAGH_PASSWORD: 'password-of-nobody' },
    ...{ CRM_URL: servers.crmUrl, CRM_USERNAME: 'nobody', CRM_PASSWORD: 'password-of-nobody' },
    ...{ WEBHOOK_SECRET: SECRET, OPERATOR_TOKEN: TOKEN, WEBHOOK_TEST: 'yes', PORT: '0' },
  })
  return url
}

describe('an answer of the service', () => {
  it('has the security headers wherever a person may look at it with a browser', async () => {
    const url = await startedAt()
    const operator = { headers: { authorization: `Bearer ${TOKEN}` } }
    for (const [path, status, init] of [
      ['/api/companies/default/status', 200, operator],
      ['/api/companies/default/held', 200, operator],
      ['/api/companies/default/failures?limit=0', 400, operator],
      ['/api/companies/default/status', 401, {}],
      ['/api/companies/default/nowhere', 404, operator],
      ['/api/companies/default/held/identity/%zz', 400, operator],
      ['/livez', 200, {}],
      ['/readyz', 200, {}],
      ['/nowhere', 404, {}],
    ] as const) {
      const response = await fetch(url + path, init)
      expect.soft({ path, status: response.status }).toEqual({ path, status })
      const headers = Object.fromEntries(response.headers)
      expect.soft(headers, path).toMatchObject(FOR_BROWSERS)
      expect.soft(headers, path).not.toHaveProperty('x-powered-by')
    }
  })

  it('to a webhook is JSON that nobody keeps, whether it is taken or refused', async () => {
    const url = await startedAt()
    const query = `event=Update&id=${ID}&type=Identity`
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"identityId":"' }
    for (const [path, status, init] of [
      [`/identity?secret=${SECRET}&${query}`, 202, {}],
      [`/identity?secret=wrong-secret&${query}`, 401, {}],
      [`/identity?secret=${SECRET}`, 400, {}],
      [`/identity?secret=${SECRET}`, 400, json],
      [`/identity?secret=${SECRET}`, 405, { method: 'DELETE' }],
      [`/contact?secret=${SECRET}`, 404, {}],
      [`/test?secret=${SECRET}&note=<script>`, 200, {}],
    ] as const) {
      const response = await fetch(`${url}/webhook/crm${path}`, init)
      expect.soft({ path, status: response.status }).toEqual({ path, status })
      const headers = Object.fromEntries(response.headers)
      expect.soft(headers, path).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
      })
      expect.soft(headers, path).not.toHaveProperty('x-powered-by')
      expect.soft(JSON.parse(await response.text()), path).toBeTypeOf('object')
    }
  })
})
