import { Ajv2020 } from 'ajv/dist/2020.js'
import { sampleDocuments } from '@siagh-sync/sandbox'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { openStage, type Stage } from '../../demo/src/stage'
import { until } from '../../test-support/until'

const UNKNOWN = '2b1f0c6e-0000-4000-8000-000000000001'
const HELD_NAME = 'مشتری منتظر'

const content = z.object({ 'application/json': z.object({ schema: z.record(z.string(), z.unknown()) }).optional() })
const operation = z.object({ operationId: z.string(), responses: z.record(z.string(), z.object({ content })) })
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.record(z.string(), z.unknown()),
})

let stage: Stage
let description: z.output<typeof documentSchema>
const made = { held: '', refused: '', failed: '', doubtful: '', done: '', run: '' }
const answered = new Set<string>()

/** Makes a call, and compares the answer with what the document says of this call and this status. */
async function call(operationId: string, values: Record<string, string> = {}, query = '', body?: unknown) {
  const [found] = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, each]) =>
      each.operationId === operationId ? [{ path, method, each }] : [],
    ),
  )
  if (found === undefined) throw new Error(`the document has no ${operationId}`)
  const path = found.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'default')
  const response = await fetch(stage.service.url + path + query, {
    method: found.method.toUpperCase(),
    headers: {
      authorization: `Bearer ${stage.token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const json: unknown = await response.json()
  const schema = found.each.responses[String(response.status)]?.content['application/json']?.schema
  if (schema === undefined) throw new Error(`the document does not know ${response.status} of ${operationId}`)
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const isDescribed = ajv.compile({ ...closed(schema), components: closed(description.components) })
  expect.soft({ isDescribed: isDescribed(json), errors: isDescribed.errors, json }).toEqual({
    ...{ isDescribed: true, errors: null, json },
  })
  answered.add(`${operationId} ${response.status}`)
  return { status: response.status, json }
}

/** The schema without room for properties that it does not name. */
function closed(schema: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(schema).map(([name, value]): [string, unknown] => [name, closedValue(value)])
  const isOpen = 'properties' in schema && !('additionalProperties' in schema)
  return { ...Object.fromEntries(entries), ...(isOpen && { additionalProperties: false }) }
}

function closedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closedValue)
  return typeof value === 'object' && value !== null ? closed({ ...value }) : value
}

beforeAll(async () => {
  stage = await openStage({ hold: (write) => write.write === 'make_contact' && write.fields.fullname === HELD_NAME })
  description = documentSchema.parse(await (await fetch(`${stage.service.url}/api/openapi.json`)).json())
  const { crm, siagh } = stage.sandbox
  made.done = crm.createPerson({ nickName: 'مشتری نمونه' })
  made.held = crm.createPerson({ nickName: HELD_NAME })
  made.refused = crm.createPerson({ nickName: HELD_NAME })
  made.failed = crm.createPerson({ nickName: 'مشتری دوگانه' })
  for (const code of [1, 2]) siagh.addContact({ Name: `مشتری ${code}`, tmpid: made.failed })
  siagh.faults.next('savePreInvoice', 'resetAfter')
  made.doubtful = crm.createInvoice(sampleDocuments(1, [made.done])[0] ?? {})
  await until('all were handled', async () => {
    const status = await stage.sync.status()
    return status.isOk() && status.value.held === 2 && status.value.inDoubt === 1 && status.value.failed === 2
  })
}, 60_000)
afterAll(() => stage.close())

const identity = (id: string) => ({ kind: 'identity', id })
const invoice = (id: string) => ({ kind: 'invoice', id })

it('each call answers what the document of the API says, and nothing beside it', async () => {
  await call('showSession')
  await call('showStatus')
  await call('listFailures')
  await call('listFailures', {}, '?limit=1')
  await call('listFailures', {}, '?after=nothing')
  await call('listFailures', {}, '?limit=none')
  await call('listFailureReasons')
  for (const after of ['', '?limit=1', '?after=nothing', '?id=17']) await call('listRuns', {}, after)
  for (const span of ['hour', 'day', 'month']) await call('showSeries', {}, `?span=${span}`)
  for (const id of [made.done, made.held, made.failed, UNKNOWN]) await call('showRecord', identity(id))
  await call('showRecord', invoice(made.doubtful))
  await call('listInDoubt')
  await call('listHeld')
  for (const id of [made.held, made.done, made.failed, UNKNOWN]) await call('showHeld', identity(id))
  await call('showHeld', invoice(made.doubtful))
  await call('settleInDoubt', invoice(UNKNOWN), '', 'not-created')
  await call('settleInDoubt', invoice(made.doubtful), '', { created: { number: '999999', code: '999999' } })
  await call('settleInDoubt', invoice(made.doubtful), '', 'not-created')
  const sent = stage.sandbox.siagh.preInvoices().find(({ remarks }) => remarks.includes(made.doubtful))
  await call('settleInDoubt', invoice(made.doubtful), '', { created: { number: sent?.number, code: sent?.code } })
  await call('refuseHeld', identity(made.refused))
  await call('refuseHeld', identity(UNKNOWN))
  await call('releaseHeld', identity(made.held), '', { fingerprint: 'seen before' })
  await call('releaseAllHeld')
  await call('releaseHeld', identity(UNKNOWN))
  await call('retryFailure', identity(made.failed))
  await call('retryFailure', identity(UNKNOWN))
  await call('retryFailures')
})

it('long work answers what the document says, while it runs and when it has ended', async () => {
  for (const order of [{ work: 'import' }, { work: 'reconcile' }]) {
    const begun = await call('startLongRun', {}, '', order)
    const run = z.object({ id: z.string() }).parse(begun.json).id
    const state = async () => z.object({ state: z.string() }).parse((await call('showLongRun', { run })).json).state
    await until('it has ended', async () => (await state()) === 'finished')
    await call('listLongRunItems', { run })
    await call('stopLongRun', { run })
  }
  await call('listLongRuns')
  await call('startLongRun', {}, '', { work: 'nothing' })
  await call('showLongRun', { run: UNKNOWN })
  await call('signOut')
})

it('has called everything that the document names, except what has tests of its own', () => {
  const all = Object.values(description.paths).flatMap((path) => Object.values(path).map((each) => each.operationId))
  const done = new Set([...answered].filter((each) => each.endsWith(' 200')).map((each) => each.split(' ')[0]))
  expect(all.filter((each) => !done.has(each))).toEqual(['signIn', 'listenToEvents'])
})
