import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { noteSecret } from '../../test-support/test-record'
import { exampleOf, startExample } from './start-example'

const SECRET = 'a-secret-of-a-framework'
const id = '2b1f0c6e-0000-4000-8000-000000000001'
const change = { kind: 'identity', id, event: 'update', type: 'person' }

const frameworks = [
  ['Fastify', 'example.ts'],
  ['NestJS', 'example.ts'],
  ['Hono', 'example.ts'],
  ['Next.js', 'next-server.ts'],
  ['AWS Lambda', 'lambda-server.ts'],
] as const

const crmQuery = new URLSearchParams({ event: 'Update', id, type: 'Identity', subtype: 'مخاطب حقیقی' }).toString()
const body = JSON.stringify({ identityId: id, action: 'update', identityType: 'حقیقی' })
const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
const form = { method: 'POST', body: new URLSearchParams({ identityId: id, action: 'update', identityType: 'Person' }) }

describe.each(frameworks)('the example for %s', (framework, program) => {
  let crm = ''
  let changes: () => readonly unknown[] = () => []
  let output = () => ''
  let stop = () => Promise.resolve()
  beforeAll(async () => {
    noteSecret(SECRET)
    const running = await startExample(exampleOf(framework), program, SECRET)
    crm = `${running.url}/webhook/crm`
    ;({ changes, output, stop } = running)
  }, 60_000)
  afterAll(() => stop())

  /** Sends a webhook; answers the status and what was handed to `sync` because of it. */
  async function send(path: string, init?: RequestInit) {
    const before = changes().length
    const response = await fetch(crm + path, init)
    const text = await response.text()
    if (response.status === 202) await expect.poll(() => changes().length, { timeout: 10_000 }).toBe(before + 1)
    return { status: response.status, text, noted: changes().slice(before) }
  }

  it('has fewer than 15 lines', () => {
    const lines = exampleOf(framework).split('\n')
    expect(lines.filter((line) => line.trim() !== '').length).toBeGreaterThan(3)
    expect(lines.filter((line) => line.trim() !== '').length).toBeLessThan(15)
  })

  it.each([
    ['from the CRM', crmQuery, undefined],
    ['in JSON', '', json],
    ['as a form', '', form],
  ] as const)('takes a webhook %s', async (_what, query, init) => {
    const { status, text, noted } = await send(`/identity?secret=${SECRET}&${query}`, init)
    expect({ status, noted }).toEqual({ status: 202, noted: [change] })
    expect(JSON.parse(text)).toEqual({ key: `identity/${id}`, generation: 1 })
  })

  it.each([
    ['no secret', `/identity?${crmQuery}`, undefined],
    ['a wrong one', `/identity?secret=${SECRET}x&${crmQuery}`, undefined],
    ['a wrong one, in JSON', '/identity?secret=wrong', json],
  ])('refuses a webhook with %s', async (_what, path, init) => {
    expect(await send(path, init)).toEqual({ status: 401, text: '{"error":"unauthorized"}', noted: [] })
  })

  it('refuses what is wrong with a right secret', async () => {
    expect(await send(`/identity?secret=${SECRET}&event=Merge&id=${id}`)).toMatchObject({ status: 400, noted: [] })
    expect(await send(`/contact?secret=${SECRET}&${crmQuery}`)).toMatchObject({ status: 404, noted: [] })
    const deleted = await send(`/identity?secret=${SECRET}&${crmQuery}`, { method: 'DELETE' })
    expect(deleted).toMatchObject({ status: 405, noted: [] })
    const xml = await send(`/identity?secret=${SECRET}`, { ...json, headers: { 'content-type': 'application/xml' } })
    expect(xml).toMatchObject({ status: 415, noted: [] })
    const long = await send(`/identity?secret=${SECRET}`, { ...json, body: 'a'.repeat(200_000) })
    expect(long).toMatchObject({ status: 413, noted: [] })
  })

  it('does not print the secret', () => {
    expect(output()).not.toContain(SECRET)
  })
})

describe.each(frameworks)('the example for %s, with allowIps behind a proxy', (framework, program) => {
  const byAddress = exampleOf(framework)
    .replaceAll('sharedSecret', 'allowIps')
    .replace(/allowIps\(process[^)]*\)/, "allowIps(['192.0.2.7'], { proxies: ['127.0.0.1'] })")
  // The README says so of Next.js.
  const knowsAddress = framework !== 'Next.js'

  it(`${knowsAddress ? 'finds' : 'cannot find'} the sender`, { timeout: 60_000 }, async () => {
    const { url, stop } = await startExample(byAddress, program, SECRET)
    onTestFinished(stop)
    const from = async (address: string) =>
      (await fetch(`${url}/webhook/crm/identity?${crmQuery}`, { headers: { 'x-forwarded-for': address } })).status
    expect(await from('192.0.2.7')).toBe(knowsAddress ? 202 : 401)
    expect(await from('192.0.2.8')).toBe(401)
  })
})
