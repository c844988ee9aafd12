import { describe, expect, test } from 'vitest'
import { reconcile } from '@siagh-sync/reconcile'
import { createsIn, importWorld, mappingsOf, type ImportWorld } from './import-world'

interface Summary {
  readonly identityId: string
}
type Pages = (
  asked: { readonly pageNumber: number; readonly pageSize: number },
  all: () => Promise<Summary[]>,
) => Promise<Summary[]>

/** The CRM of a world, which refuses `find` and lists by pages of its own. */
function listing({ sandbox }: ImportWorld, pages: Pages) {
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : input.toString()
    if (url.endsWith('/find')) return Response.json({ message: 'no' }, { status: 400 })
    if (!url.endsWith('/search')) return sandbox.fetch(input, init)
    const text = typeof init.body === 'string' ? init.body : new TextDecoder().decode(init.body as Uint8Array)
    const all = async () => {
      const answer = await sandbox.fetch(input, { ...init, body: '{"pageNumber":0,"pageSize":100000}' })
      return (await answer.json()) as Summary[]
    }
    return Response.json(await pages(JSON.parse(text) as { pageNumber: number; pageSize: number }, all))
  }
  return { ...sandbox, fetch }
}

/** So many contacts, each with its identity. */
function paired(count: number, world = importWorld()): ImportWorld {
  for (let number = 0; number < count; number += 1) {
    const { RecordId } = world.sandbox.siagh.addContact({ Code: 9_000 + number, Name: `آزمونی ${number}` })
    world.sandbox.crm.createPerson({ refId: RecordId, nickName: `آزمونی ${number}` })
  }
  return world
}

describe('a list of the CRM', () => {
  test.each([
    ['begin where the smaller ones end', (size: number) => size],
    ['begin where those that were asked for would end', (_size: number, asked: number) => asked],
  ])('whose pages are smaller than was asked for is read to its end, where they %s', async (_where, step) => {
    const world = paired(333)
    const servers = listing(world, async ({ pageNumber, pageSize }, all) => {
      const size = Math.min(pageSize, 100)
      const start = pageNumber * step(size, pageSize)
      return (await all()).slice(start, start + size)
    })
    const { report, error } = await world.run(world.start(Infinity, false, servers))
    expect(error).toBeUndefined()
    expect(report?.actions.linked).toBe(333)
    expect(createsIn(world.sandbox)).toBe(0)
  })

  test('that answers its last page for every number behind it has come to its end', async () => {
    const world = paired(20)
    const servers = listing(world, async (_asked, all) => all())
    const { report } = await world.run(world.start(Infinity, false, servers))
    expect(report?.actions).toMatchObject({ linked: 20, created: 0 })
  })

  test('to whose front identities are added while it is read shows everybody once', async () => {
    const world = paired(1_100)
    let pages = 0
    const front: Summary[] = []
    const servers = listing(world, async ({ pageNumber, pageSize }, all) => {
      pages += 1
      if (pages < 4) front.push({ identityId: world.sandbox.crm.createOrganization({ nickName: `تازه ${pages}` }) })
      const added = new Set(front.map(({ identityId }) => identityId))
      const listed = [...front, ...(await all()).filter(({ identityId }) => !added.has(identityId))]
      return listed.slice(pageNumber * pageSize, (pageNumber + 1) * pageSize)
    })
    const { report } = await world.run(world.start(Infinity, false, servers), { dryRun: true })
    expect(report?.actions).toMatchObject({ linked: 1_100, created: 0 })
  })

  test('that is cut before somebody whom the store knows ends the import, and nobody is made', async () => {
    const world = paired(20)
    const ids = [...world.sandbox.crm.identities().map(({ crmId }) => crmId)]
    await world.importNow()
    const { RecordId } = world.sandbox.siagh.addContact({ Code: 9_500, Name: 'تازه وارد' })
    world.sandbox.crm.createPerson({ refId: RecordId, nickName: 'تازه وارد' })
    const servers = listing(world, async (_asked, all) => (await all()).slice(0, 3))
    const { error, report } = await world.run(world.start(Infinity, false, servers))
    expect(report).toBeUndefined()
    expect(error).toMatchObject({ kind: 'malformed', system: 'crm' })
    expect(ids.some((id) => error?.message.includes(id))).toBe(true)
    expect(createsIn(world.sandbox)).toBe(0)
    expect((await world.importNow()).report.actions).toMatchObject({ linked: 1, unchanged: 20 })
  })

  test('that is whole when it is asked for again is believed', async () => {
    const world = paired(20)
    await world.importNow()
    let pages = 0
    const servers = listing(world, async (_asked, all) => (await all()).slice(0, (pages += 1) <= 2 ? 3 : 1_000))
    const { report } = await world.run(world.start(Infinity, false, servers))
    expect(report?.actions).toMatchObject({ unchanged: 20, skipped: 0 })
  })

  test('that does not show whose id a contact carries makes no second identity', async () => {
    const world = importWorld()
    const id = world.sandbox.crm.createPerson({ nickName: 'سارا آزمونی' })
    world.sandbox.siagh.addContact({ Code: 9_000, Name: 'سارا آزمونی', tmpid: `{${id.toUpperCase()}}` })
    const servers = listing(world, () => Promise.resolve([]))
    const { contacts } = await world.run(world.start(Infinity, false, servers))
    expect(contacts).toMatchObject([{ action: 'linked', by: 'tmpid', identityId: id }])
    expect(createsIn(world.sandbox)).toBe(0)
  })

  test('that lags behind makes no second identity where an answer is lost', async () => {
    const world = importWorld()
    for (let number = 0; number < 5; number += 1) {
      world.sandbox.siagh.addContact({ Code: 9_000 + number, Name: `آزمونی ${number}` })
    }
    world.sandbox.crm.faults.next('personCreate', 'resetAfter')
    const servers = listing(world, () => Promise.resolve([]))
    const { report } = await world.run(world.start(Infinity, false, servers))
    expect(report?.actions).toMatchObject({ created: 4, failed: 1 })
    expect(createsIn(world.sandbox)).toBe(5)
    expect((await world.importNow()).report.actions).toMatchObject({ linked: 1, unchanged: 4 })
    expect((await mappingsOf(world.store)).size).toBe(5)
  })
})

test('an identity whose refId is the tmpid of a contact is that contact’s', async () => {
  const world = importWorld()
  const tmpid = '7c1f0c6e-0000-4000-8000-00000000000b'
  world.sandbox.siagh.addContact({ Code: 9_000, Name: 'سارا آزمونی', tmpid })
  const id = world.sandbox.crm.createPerson({ refId: tmpid.toUpperCase(), nickName: 'دیگر' })
  const { contacts } = await world.importNow()
  expect(contacts).toMatchObject([{ action: 'linked', by: 'refId', identityId: id }])
})

test('a tmpid that is nobody’s id keeps no contact from being made', async () => {
  const world = importWorld({ sandbox: { dialect: { missingId: 500 } } })
  world.sandbox.siagh.addContact({ Code: 9_000, Name: 'سارا آزمونی', tmpid: '7c1f0c6e-0000-4000-8000-00000000000b' })
  expect((await world.importNow()).report.actions).toMatchObject({ created: 1 })
})

describe("Siagh's list", () => {
  const cut = (world: ImportWorld, kept: number, times = Infinity) => {
    let lists = 0
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await world.sandbox.fetch(input, init)
      if (!response.headers.get('content-type')?.includes('json')) return response
      const body: unknown = await response.json()
      const isList = Array.isArray(body) && body.some((row) => 'RecordId' in (row as object))
      if (!isList) return Response.json(body, response)
      lists += 1
      return Response.json(lists > times ? body : (body as unknown[]).slice(0, kept), response)
    }
    return { ...world.sandbox, fetch }
  }

  test.each([0, 9])('with %i of 30 linked contacts ends an import and a reconcile', async (kept) => {
    const world = paired(30)
    await world.importNow()
    const { sync } = world.start(Infinity, false, cut(world, kept))
    const imported = await world.run(world.start(Infinity, false, cut(world, kept)))
    expect(imported.error).toMatchObject({ kind: 'malformed', system: 'siagh' })
    const told: unknown[] = []
    for await (const step of reconcile(sync, { repair: true })) {
      if (step.isErr()) told.push(step.error.kind)
      else if (step.value.kind === 'drift') told.push(step.value.drift)
    }
    expect(told).toEqual(['malformed'])
  })

  test('is believed when it is whole again', async () => {
    const world = paired(30)
    await world.importNow()
    const { report } = await world.run(world.start(Infinity, false, cut(world, 9, 1)))
    expect(report?.actions).toMatchObject({ unchanged: 30 })
  })
})
