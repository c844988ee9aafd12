import { describe, expect, test } from 'vitest'
import { importWorld, type ImportWorld } from './import-world'

interface Find {
  readonly queries: readonly { readonly field: string; readonly value: string }[]
  readonly orders?: unknown
  readonly pageNumber: number
  readonly pageSize: number
}

interface FoundPage {
  readonly data: readonly { readonly crmId: string; readonly creatDate: string }[]
  readonly total: number
}

/** The CRM of a world, with a `find` that gets and answers other things than it should. */
function lying(world: ImportWorld, ask: (find: Find) => object, answer: (page: FoundPage, find: Find) => FoundPage) {
  const { sandbox } = world
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : input.toString()
    if (!url.endsWith('/find')) return sandbox.fetch(input, init)
    const text = typeof init.body === 'string' ? init.body : new TextDecoder().decode(init.body as Uint8Array)
    const find = JSON.parse(text) as Find
    const response = await sandbox.fetch(input, { ...init, body: JSON.stringify(ask(find)) })
    return Response.json(answer((await response.json()) as FoundPage, find))
  }
  return { ...sandbox, fetch }
}

const asIs = (find: Find) => find
const asIsPage = (page: FoundPage) => page

/** A CRM with so many persons, made so many milliseconds after each other, each with a contact in Siagh. */
async function paired(count: number, apartMs: number): Promise<ImportWorld> {
  const world = importWorld()
  for (let number = 1; number <= count; number += 1) {
    const { RecordId } = world.sandbox.siagh.addContact({ Code: 9_000 + number, Name: `آزمونی ${number}` })
    world.sandbox.crm.createPerson({ refId: RecordId, nickName: `آزمونی ${number}` })
    await world.clock.advance(apartMs)
  }
  return world
}

async function readBy(
  world: ImportWorld,
  ask: (find: Find) => object,
  answer: (page: FoundPage, find: Find) => FoundPage,
) {
  const run = await world.run(world.start(Infinity, false, lying(world, ask, answer)), { dryRun: true })
  const { identities, readBy: by, actions } = run.report ?? {}
  expect(run.error).toBeUndefined()
  return { identities, by, linked: actions?.linked }
}

const COUNT = 1_203

const cases = [
  ['by find', asIs, asIsPage, 'find'],
  [
    'where the CRM has a limit of its own for a page',
    (find: Find) => ({ ...find, pageSize: Math.min(find.pageSize, 100) }),
    asIsPage,
    'find',
  ],
  ['where dates are not heeded', (find: Find) => ({ ...find, queries: [] }), asIsPage, 'find'],
  ['where the order is not heeded', ({ orders: _, ...find }: Find) => find, asIsPage, 'find'],
  [
    'where the newest come first',
    (find: Find) => ({ ...find, orders: [{ field: 'CreatDate', order: 1 }] }),
    asIsPage,
    'find',
  ],
  [
    'where the page number is not heeded',
    (find: Find) => ({ ...find, queries: [], pageNumber: 1 }),
    asIsPage,
    'search',
  ],
  ['with a total that is too small', asIs, (page: FoundPage) => ({ ...page, total: 0 }), 'find'],
  ['with a total that is too large', asIs, (page: FoundPage) => ({ ...page, total: page.total + 7 }), 'find'],
  [
    'where a page in the middle cannot be read',
    asIs,
    (page: FoundPage, { pageNumber, queries }: Find) =>
      pageNumber > 1 || queries.length > 0 ? { ...page, data: [{ crmId: '', creatDate: 'soon' }] } : page,
    'search',
  ],
] as const

describe('identities that were made one after the other are all found once', () => {
  test.each(cases)('%s', async (_case, ask, answer, by) => {
    const world = await paired(COUNT, 1)
    expect(await readBy(world, ask, answer)).toEqual({ identities: COUNT, by, linked: COUNT })
  })
})

describe('identities that were made in one moment are all found once', () => {
  test.each(cases.slice(0, 3))('%s', async (_case, ask, answer, by) => {
    const world = await paired(COUNT, 0)
    expect(await readBy(world, ask, answer)).toEqual({ identities: COUNT, by, linked: COUNT })
  })
})

test.each([
  ['one after the other', 1],
  ['in one moment', 0],
])(
  'identities that are deleted while the CRM is read, made %s, make no other one slip past',
  async (_made, apartMs) => {
    const world = await paired(COUNT, apartMs)
    const first = world.sandbox.crm.identities().slice(0, 5)
    let pages = 0
    const read = await readBy(world, asIs, (page, { pageSize }) => {
      if (pageSize > 1 && (pages += 1) === 1) for (const { crmId } of first) world.sandbox.crm.remove(crmId)
      return page
    })
    expect(read).toMatchObject({ identities: COUNT, linked: COUNT })
  },
)

test('nor where the CRM refuses find', async () => {
  const world = await paired(COUNT, 1)
  const first = world.sandbox.crm.identities().slice(0, 5)
  let pages = 0
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await world.sandbox.fetch(input, init)
    const url = input instanceof Request ? input.url : input.toString()
    if (url.endsWith('/search') && (pages += 1) === 1) for (const { crmId } of first) world.sandbox.crm.remove(crmId)
    return url.endsWith('/find') ? Response.json({ message: 'no' }, { status: 400 }) : response
  }
  const { report } = await world.run(world.start(Infinity, false, { ...world.sandbox, fetch }), { dryRun: true })
  expect(report).toMatchObject({ readBy: 'search', actions: { linked: COUNT - 5, created: 5 } })
})

describe('what find does not show and search does, is read one by one', () => {
  test('where find knows no type key that is empty', async () => {
    const world = await paired(12, 1)
    const read = await readBy(world, asIs, () => ({ data: [], total: 0 }))
    expect(read).toEqual({ identities: 12, by: 'search', linked: 12 })
  })

  test('where find shows a part of it only', async () => {
    const world = await paired(12, 1)
    const read = await readBy(world, asIs, ({ data }) => ({ data: data.slice(3), total: data.length - 3 }))
    expect(read).toEqual({ identities: 12, by: 'find', linked: 12 })
  })

  test('where the rules name some of the type keys', async () => {
    const world = importWorld({ rules: { find: { typeKeys: { person: ['P_1', 'P_2'] } } } })
    for (const crmObjectTypeCode of ['P_1', 'P_2', 'P_3']) world.sandbox.crm.createPerson({ crmObjectTypeCode })
    const { report } = await world.importNow({ dryRun: true })
    expect(report).toMatchObject({ identities: 3, readBy: 'find' })
    const asked = world.sandbox.crm.requests().filter(({ operation }) => operation === 'personGet')
    expect(asked).toHaveLength(1)
  })
})

test('a CRM that is read again after an outage is taken as it is then', async () => {
  const world = await paired(3, 1)
  const { faults } = world.sandbox.crm
  const crmId = world.sandbox.crm.identities().at(-1)?.crmId ?? ''
  const { RecordId } = world.sandbox.siagh.addContact({ Code: 9_500, Name: 'دیگری' })
  let isFirst = true
  const servers = lying(world, asIs, (page, { pageSize }) => {
    if (pageSize === 1 || !isFirst) return page
    isFirst = false
    faults.set('away', { operation: 'organizationFind' })
    world.clock.after(500, () => {
      faults.clear()
      world.sandbox.crm.updateIdentity(crmId, { refId: RecordId })
    })
    return page
  })
  const { contacts } = await world.run(world.start(Infinity, false, servers), { dryRun: true })
  expect(contacts.find(({ code }) => code === 9_500)).toMatchObject({ action: 'linked', identityId: crmId })
})
