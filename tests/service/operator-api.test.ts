import * as z from 'zod'
import { sampleDocuments, samplePeople } from '@siagh-sync/sandbox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from '../../demo/src/stage'
import { until } from '../../test-support/until'

const unknown = '2b1f0c6e-0000-4000-8000-000000000001'

const HELD_NAME = 'مشتری منتظر'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ hold: (write) => write.write === 'make_contact' && write.fields.fullname === HELD_NAME })
})
afterAll(() => stage.close())

async function call(
  path: string,
  { body, token = stage.token, type = 'application/json' }: { body?: unknown; token?: string; type?: string } = {},
) {
  const response = await fetch(`${stage.service.url}/api/companies/default${path}`, {
    method: /\/(retry|settle|release|refuse)(\?|$)/.test(path) ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, json: JSON.parse(await response.text()) }
}

async function failureOf(kind: string, id: string) {
  let found: object | undefined
  await until('it is among the failures', async () => {
    const { json } = await call(`/failures?kind=${kind}`)
    const items: readonly { readonly key: { readonly id: string } }[] = json.items
    found = items.find(({ key }) => key.id === id)
    return found !== undefined
  })
  return found
}

describe('the operator API', () => {
  it.each([
    '/status',
    '/held',
    '/held/release',
    `/held/identity/${unknown}/refuse`,
    '/failures',
    '/history',
    `/failures/identity/${unknown}/retry`,
    '/nowhere',
  ])('answers 401 and nothing else without the token: %s', async (path) => {
    const { status, json, headers } = await call(path, { token: 'not the token' })
    expect({ status, json }).toMatchObject({ status: 401, json: { error: 'unauthorized', code: 'not_signed_in' } })
    expect(headers.get('www-authenticate')).toBe('Bearer')
  })

  it('tell how things stand', async () => {
    const { status, json } = await call('/status')
    expect(status).toBe(200)
    expect(json).toMatchObject({ company: 'default', inDoubt: 0, away: [] })
  })

  it.each([
    '/failures?kind=person',
    '/history?id=17',
    '/history?limit=0',
    '/history?kind=invoice&kind=quote',
    '/failures/person/1/retry',
    '/failures/identity/17/retry',
    '/held?limit=0',
    '/held/person/1',
    '/held/identity/17/release',
    `/in-doubt/invoice/${unknown}/settle`,
  ])('answer 400 to what they do not understand: %s', async (path) => {
    expect(await call(path)).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
  })

  it.each(['{"created":', '"created"', '{"created":{"number":"1"}}'])(
    'settle nothing on an invalid verdict, and show no stack: %s',
    async (body) => {
      const { status, json } = await call(`/in-doubt/invoice/${unknown}/settle`, { body })
      expect(status).toBe(400)
      expect(JSON.stringify(json)).not.toMatch(/SyntaxError| at /)
    },
  )

  it('answer 404 where there is nothing to mend', async () => {
    expect(await call(`/failures/identity/${unknown}/retry`)).toMatchObject({
      status: 404,
      json: { error: 'not_failed' },
    })
    const settled = await call(`/in-doubt/invoice/${unknown}/settle`, { body: '"not-created"' })
    expect(settled).toMatchObject({ status: 404, json: { error: 'not_in_doubt' } })
    const persian = await call(`/failures/identity/${unknown}/retry?lang=fa`)
    expect(persian.json).toMatchObject({ error: 'not_failed', code: 'not_failed' })
    expect(persian.json.message).toContain('ناموفق')
    expect(await call('/nowhere')).toMatchObject({ status: 404, json: { error: 'not_found' } })
  })

  it('count the runs for a chart', async () => {
    const id = stage.sandbox.crm.createPerson({ nickName: 'مشتری نمودار' })
    await until('it is in Siagh', () => stage.sandbox.siagh.contacts().some(({ tmpid }) => tmpid === id))
    for (const [span, bucketMs] of [
      ['hour', 60_000],
      ['day', 900_000],
      ['month', 86_400_000],
    ] as const) {
      await until('the run is counted', async () => (await call(`/series?span=${span}`)).json.items.length > 0)
      const { json } = await call(`/series?span=${span}`)
      const created = { errors: {}, outcomes: { created: expect.any(Number) } }
      expect(json).toMatchObject({ bucketMs, items: expect.arrayContaining([expect.objectContaining(created)]) })
    }
    expect(await call('/series?span=year')).toMatchObject({ status: 400 })
  })

  it('show a failure with its reason, retry it, and list what was done page by page', async () => {
    const { crm, siagh } = stage.sandbox
    const holder = siagh.addContact({ Name: 'کسی دیگر', MobileNo: '09030000001' })
    const id = crm.createPerson({ ...samplePeople(1)[0], phoneContacts: [{ phoneNumber: '09030000001' }] })
    expect(await failureOf('identity', id)).toMatchObject({ error: { kind: 'rejected' }, attempts: 1 })

    const persian = (await call('/failures?lang=fa')).json
    const told = z.object({ items: z.array(z.object({ key: z.object({ id: z.string() }), error: z.unknown() })) })
    const failure = told.parse(persian).items.find(({ key }) => key.id === id)
    const message: unknown = expect.stringMatching(/^سیاق این درخواست را نپذیرفت/)
    expect(failure?.error).toEqual({ kind: 'rejected', code: 'rejected', message, details: expect.any(Array) })

    siagh.removeContact(holder.Code)
    expect(await call(`/failures/identity/${id.toUpperCase()}/retry`)).toMatchObject({
      status: 200,
      json: { result: 'retried' },
    })
    await until('it is in Siagh', () => siagh.contacts().some(({ tmpid }) => tmpid === id))

    await until('the run is in the journal', async () => (await call(`/history?id=${id}`)).json.items.length >= 2)
    const first = (await call(`/history?id=${id}&limit=1`)).json
    const second = (await call(`/history?id=${id}&limit=1&after=${encodeURIComponent(first.next)}`)).json
    expect(second.items).toHaveLength(1)
    expect(second.items[0].at).toBeLessThanOrEqual(first.items[0].at)
  })

  it('list what is held, show exactly what will be sent, and release it', async () => {
    const { crm, siagh } = stage.sandbox
    const id = crm.createPerson({ nickName: HELD_NAME })
    await until('it is held', async () => (await call('/held')).json.items.length === 1)
    expect((await call('/status')).json).toMatchObject({ held: 1, mode: 'live' })
    const shown = (await call(`/held/identity/${id}`)).json
    expect(shown).toMatchObject({
      isChanged: false,
      planned: { write: 'make_contact', fields: { fullname: HELD_NAME } },
    })
    const other = await call(`/held/identity/${id}/release`, { body: { fingerprint: 'seen before' } })
    expect(other).toMatchObject({ status: 200, json: { result: 'changed' } })
    expect(await call(`/held/identity/${id}/release`, { body: { fingerprint: 7 } })).toMatchObject({ status: 400 })
    const released = await call(`/held/identity/${id}/release`, { body: { fingerprint: shown.fingerprint } })
    expect(released).toMatchObject({ status: 200, json: { result: 'released' } })
    await until('it is in Siagh', () => siagh.contacts().some(({ tmpid }) => tmpid === id))
    await until('nothing is held', async () => (await call('/held')).json.items.length === 0)
    expect(await call(`/held/identity/${id}/refuse`)).toMatchObject({ status: 404, json: { error: 'not_held' } })
  })

  it.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['text', 'text/plain'],
    ['JSON that no server knows by its type', 'application/json ;charset=utf-8'],
    ['JSON in capitals', 'Application/JSON'],
    ['JSON of another kind', 'application/merge-patch+json'],
  ])('release nothing for %s: what the person has seen would be left out', async (_, type) => {
    const id = stage.sandbox.crm.createPerson({ nickName: HELD_NAME })
    await until('it is held', async () => (await call('/held')).json.items.length === 1)
    const body = '{"fingerprint":"seen before"}'
    const path = `/held/identity/${id}/release`
    expect(await call(path, { body, type })).toMatchObject({ status: 400, json: { code: 'body_not_understood' } })
    expect(await call(path, { body: { fingerPrint: 'seen before' } })).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining('fingerPrint') },
    })
    expect((await call('/held')).json.items).toHaveLength(1)
    expect((await call(`/held/identity/${id}/refuse`)).json).toEqual({ result: 'refused' })
  })

  it.each(['/held/release?kinds=invoice', '/failures/retry?errors=rejected', '/failures/retry?Kind=invoice'])(
    'do nothing for a filter that is misspelt: %s',
    async (path) => {
      const answer = await call(path)
      expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
      expect(answer.json.message).toMatch(/kinds|errors|Kind/)
    },
  )

  it('release everything that is held, and refuse one', async () => {
    const { crm } = stage.sandbox
    const ids = [crm.createPerson({ nickName: HELD_NAME }), crm.createPerson({ nickName: HELD_NAME })]
    await until('both are held', async () => (await call('/held')).json.items.length === 2)
    expect((await call(`/held/identity/${ids[0] ?? ''}/refuse`)).json).toEqual({ result: 'refused' })
    expect((await call('/held/release?lang=fa')).json).toEqual({ released: 1, waiting: 0, busy: 0 })
    await until('nothing is held', async () => (await call('/held')).json.items.length === 0)
  })

  it('settle a document in doubt in one call', async () => {
    const { crm, siagh } = stage.sandbox
    const customer = crm.createPerson({ nickName: 'مشتری نمونه' })
    siagh.faults.next('savePreInvoice', 'resetAfter')
    const id = crm.createInvoice(sampleDocuments(1, [customer])[0] ?? {})
    expect(await failureOf('invoice', id)).toMatchObject({ error: { kind: 'in_doubt' } })

    const { number, code } = siagh.preInvoices().find(({ remarks }) => remarks.includes(id)) ?? {}
    const settled = await call(`/in-doubt/invoice/${id}/settle`, { body: { created: { number, code } } })
    expect(settled).toMatchObject({ status: 200, json: { result: 'settled' } })
    await until('nothing is in doubt', async () => (await call('/status')).json.inDoubt === 0)
    expect(siagh.preInvoices().filter(({ remarks }) => remarks.includes(id))).toHaveLength(1)
  })
})

describe('the app', () => {
  it('sends the headers of helmet and does not name its framework', async () => {
    const { headers } = await fetch(`${stage.service.url}/livez`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  it('answers 404 in JSON to a path that it does not have', async () => {
    const response = await fetch(`${stage.service.url}/nowhere`)
    expect({ status: response.status, json: await response.json() }).toEqual({
      status: 404,
      json: { error: 'not_found' },
    })
  })
})
