import { importContacts } from '@siagh-sync/first-import'
import { toIdentity } from '@siagh-sync/sync-core'
import { expect, test } from 'vitest'
import { createsIn, importWorld, mappingsOf } from './import-world'
import { sara, succeed, untilHandled, world } from './world'
import { expectOk } from '../../test-support/results'

test('a contact that Siagh lists twice becomes one identity', async () => {
  const world = importWorld()
  world.sandbox.siagh.addContact({ Code: 8_400, Name: 'سارا آزمونی' })
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await world.sandbox.fetch(input, init)
    const body: unknown = await response.json()
    const isList = Array.isArray(body) && body.some((row) => 'RecordId' in (row as object))
    return Response.json(isList ? [...(body as unknown[]), ...(body as unknown[])] : body, response)
  }
  const { report } = await world.run(world.start(Infinity, false, { ...world.sandbox, fetch }))
  expect(report).toMatchObject({ contacts: 1, actions: { created: 1, failed: 0 } })
  expect(world.sandbox.crm.identities()).toHaveLength(1)
})

test('of contacts with one RecordId none is made, since an identity of the one would be taken for the other', async () => {
  const world = importWorld()
  const { RecordId } = world.sandbox.siagh.addContact({ Code: 8_400, Name: 'سارا آزمونی' })
  world.sandbox.siagh.addContact({ Code: 8_401, Name: 'یلدا آزمونی', RecordId: RecordId.toUpperCase() })
  world.sandbox.siagh.addContact({ Code: 8_402, Name: 'مینا آزمونی' })
  const { contacts } = await world.importNow()
  const error = { kind: 'invalid_data', issues: [{ path: 'RecordId' }] }
  expect(contacts.toSorted((one, other) => one.code - other.code)).toMatchObject([
    { code: 8_400, action: 'failed', error },
    { code: 8_401, action: 'failed', error },
    { code: 8_402, action: 'created' },
  ])
  expect(createsIn(world.sandbox)).toBe(1)
})

test("a site's own toIdentity that leaves refId out makes no second identity where an answer is lost", async () => {
  const own: typeof toIdentity = (...given) =>
    toIdentity(...given).map(({ identity: { refId: _, ...identity }, suspicions }) => ({ identity, suspicions }))
  const world = importWorld({ rules: { toIdentity: own } })
  const { RecordId } = world.sandbox.siagh.addContact({ Code: 8_400, Name: 'سارا آزمونی' })
  world.sandbox.crm.faults.next('personCreate', 'resetAfter')
  const { report } = await world.importNow()
  expect(report.actions).toMatchObject({ created: 1, failed: 0 })
  expect(world.sandbox.crm.identities()).toMatchObject([{ refId: RecordId }])
  expect((await mappingsOf(world.store)).size).toBe(1)
})

test('a contact that is newer than the list of the workers is known to them by the refId of its identity', async () => {
  const here = world({ sandbox: { contacts: 0 } })
  const { sync, sandbox, clock } = here
  here.deliverTo(sync)
  await succeed(sync.start())
  sandbox.crm.createPerson(sara)
  await untilHandled(here)
  // The workers have read the list of Siagh by now.
  const { Code } = sandbox.siagh.addContact({ Code: 9_000, Name: 'تازه نمونه' })
  const passing = setInterval(() => void clock.advance(200), 5)
  const actions: unknown[] = []
  for await (const step of importContacts(sync)) {
    const event = expectOk(step)
    if (event.kind === 'contact') actions.push([event.contact.code === Code, event.contact.action])
  }
  clearInterval(passing)
  await untilHandled(here)
  expect(actions).toEqual([
    [false, 'unchanged'],
    [true, 'created'],
  ])
  expect(sandbox.siagh.contacts()).toHaveLength(2)
})

test('a contact that a worker has made since the CRM was read is the one of its identity, and not of a deleted one', async () => {
  const world = importWorld()
  world.sandbox.crm.createPerson({ nickName: 'سارا آزمونی' })
  const worker = world.start().sync
  let made: string | undefined
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString()
    const isCrm = url.startsWith(world.sandbox.crm.url)
    if (!isCrm && made === undefined) {
      await world.clock.advance(1)
      made = world.sandbox.crm.createPerson({ nickName: 'یلدا آزمونی' })
      expect(await worker.syncIdentity({ id: made })).toMatchObject({ value: { outcome: 'created' } })
    }
    return world.sandbox.fetch(input, init)
  }
  const { contacts } = await world.run(world.start(Infinity, false, { ...world.sandbox, fetch }))
  expect(contacts).toMatchObject([{ action: 'unchanged', by: 'mapping', identityId: made }])
  expect(createsIn(world.sandbox)).toBe(0)
})
