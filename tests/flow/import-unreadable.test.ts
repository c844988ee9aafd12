import type { OrganizationFields } from '@siagh-sync/sandbox'
import { describe, expect, test } from 'vitest'
import { reconcile } from '@siagh-sync/reconcile'
import { createsIn, importWorld, mappingsOf, type ImportWorld } from './import-world'
import { expectOk } from '../../test-support/results'

/** What a get of an identity is answered with that the CRM lists and does not show. */
const ANSWERS = {
  '404': () => Response.json({ message: 'Object not found' }, { status: 404 }),
  '400': () => Response.json({ message: 'Object not found' }, { status: 400 }),
  null: () => Response.json(null),
  '403': () => Response.json({ message: 'Forbidden' }, { status: 403 }),
  '500': () => Response.json({ message: 'Object reference not set' }, { status: 500 }),
  'a broken date': () => Response.json({ crmId: '5e1f0c6e-0000-4000-8000-000000000001', creatDate: 'soon' }),
  'an empty object': () => Response.json({}),
} as const

type AnswerName = keyof typeof ANSWERS

/** The CRM of a world, which lists these and shows them by no get and no find. */
function hiding({ sandbox }: ImportWorld, ids: () => readonly string[], answer: AnswerName) {
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : input.toString()
    const response = await sandbox.fetch(input, init)
    if (url.endsWith('/find')) {
      const { data, total } = (await response.json()) as { data: { crmId: string }[]; total: number }
      const shown = data.filter(({ crmId }) => !ids().includes(crmId))
      return Response.json({ data: shown, total: total - ids().length })
    }
    if (!url.endsWith('/get')) return response
    const asked = typeof init.body === 'string' ? init.body : new TextDecoder().decode(init.body as Uint8Array)
    return ids().some((id) => asked.includes(id)) ? ANSWERS[answer]() : response
  }
  return { ...sandbox, fetch }
}

/** A world of ten contacts and an identity of the first of them that nobody can read. */
function worldWith(fields: OrganizationFields, answer: AnswerName = '404', rules = {}) {
  const world = importWorld({ rules })
  for (let number = 0; number < 10; number += 1) {
    world.sandbox.siagh.addContact({ Code: 9_000 + number, Name: `${NAMES[number]} ${FAMILIES[number]}` })
  }
  const hidden = world.sandbox.crm.createPerson(fields)
  const servers = hiding(world, () => [hidden], answer)
  const importNow = async (options = {}) => world.run(world.start(Infinity, false, servers), options)
  return { ...world, hidden, servers, importNow }
}

const NAMES = ['سارا', 'علی', 'مینا', 'رضا', 'یلدا', 'حسین', 'ندا', 'امید', 'لیلا', 'بابک']
const FAMILIES = ['آزمونی', 'نمونه', 'کاظمی', 'فرضی', 'ساختگی', 'پنداری', 'گمانی', 'مثالی', 'انگار', 'خیالی']

describe.each(Object.keys(ANSWERS) as AnswerName[])('an identity that is listed and answered with %s', (answer) => {
  test('is reported, and its contact is not made again', async () => {
    const world = worldWith({ nickName: 'سارا آزمونی' }, answer)
    const { contacts, steps, report } = await world.importNow()
    const event = steps.flatMap((step) => (step.kind === 'unreadable' ? [step.identity] : []))
    expect(event).toMatchObject([{ id: world.hidden, name: 'سارا آزمونی' }])
    expect(report).toMatchObject({ complete: true, unreadable: 1, actions: { undecided: 1, created: 9 } })
    expect(contacts.find(({ code }) => code === 9_000)).toMatchObject({
      action: 'undecided',
      reason: 'identity_unreadable',
      candidates: [{ identityId: world.hidden, by: 'unreadable' }],
    })
    expect(createsIn(world.sandbox)).toBe(9)
  })

  test('is linked by the next import, once it can be read', async () => {
    const world = worldWith({ nickName: 'سارا آزمونی', customerNumber: '9000' }, answer)
    await world.importNow()
    const { report } = await world.run(world.start())
    expect(report).toMatchObject({ unreadable: 0, actions: { linked: 1, created: 0, undecided: 0, unchanged: 9 } })
    expect(world.sandbox.crm.identities()).toHaveLength(10)
  })

  test('is no gone one where it is mapped', async () => {
    const world = worldWith({ nickName: 'سارا آزمونی', customerNumber: '9000' }, answer)
    await world.run(world.start())
    const { contacts, report } = await world.importNow()
    expect(report?.actions).toMatchObject({ unchanged: 10, skipped: 0, created: 0 })
    expect(contacts.find(({ code }) => code === 9_000)).toMatchObject({ identityId: world.hidden })
  })

  test('does not count as deleted for a reconcile, which reports it and notes nothing', async () => {
    const world = worldWith({ nickName: 'سارا آزمونی', customerNumber: '9000' }, answer)
    await world.run(world.start())
    const { sync } = world.start(Infinity, false, world.servers)
    const drifts: unknown[] = []
    for await (const step of reconcile(sync, { repair: true })) {
      const event = expectOk(step)
      if (event.kind === 'drift') drifts.push(event.drift)
    }
    expect(drifts).toMatchObject([
      { kind: 'identity_unreadable', record: { id: world.hidden }, siagh: { code: '9000' }, repaired: false },
    ])
    expect(expectOk(await sync.status()).pending).toBe(0)
  })
})

/** The codes of the contacts that are not made beside such an identity. */
async function heldBeside(fields: OrganizationFields): Promise<readonly number[]> {
  const world = worldWith(fields)
  const { contacts, report } = await world.importNow({ dryRun: true })
  expect(report?.actions.failed).toBe(0)
  return contacts.flatMap(({ code, action }) => (action === 'undecided' ? [code] : []))
}

describe('beside an identity that cannot be read', () => {
  test.each([
    ['has the same name in other letters', { nickName: 'سارا  آزموني' }, [9_000]],
    ['has the customer number, whatever the name', { nickName: 'دیگری کسی', customerNumber: '9003' }, [9_003]],
    ['has a name with the same family', { nickName: 'شرکت آزمونی و شرکا' }, [9_000]],
    [
      'has the same name, and the number of somebody else',
      { nickName: 'سارا آزمونی', customerNumber: '9005' },
      [9_000, 9_005],
    ],
    ['has another name, and no number', { nickName: 'کسی که نیست' }, []],
    ['has another name, and a number that is no contact’s', { nickName: 'کسی که نیست', customerNumber: '77' }, []],
    ['has no name, and the number of one of them', { nickName: ' ', customerNumber: '9002' }, [9_002]],
  ])('only that contact waits which %s', async (_what, fields, held) => {
    expect((await heldBeside(fields)).toSorted()).toEqual(held)
  })

  test.each([
    ['no name and no number', { nickName: ' ' }],
    ['a name in other letters, and no number', { nickName: 'Sara Azmouni' }],
    ['no name, and a number that is no contact’s', { nickName: ' ', customerNumber: 'C-1' }],
  ])('all contacts wait where it has %s', async (_what, fields) => {
    expect(await heldBeside(fields)).toHaveLength(10)
  })

  test('a contact that carries its id waits, whatever the name', async () => {
    const world = worldWith({ nickName: 'دیگری کسی' })
    world.sandbox.siagh.addContact({ Code: 9_100, Name: 'تازه وارد', tmpid: world.hidden })
    const { contacts } = await world.importNow({ dryRun: true })
    expect(contacts.filter(({ action }) => action === 'undecided').map(({ code }) => code)).toEqual([9_100])
  })

  test('no contact is linked by likeness with another one, where its name is the same', async () => {
    const world = worldWith({ nickName: 'سارا آزمونی' }, '404', { import: { accept: ['nationalCode'] } })
    world.sandbox.siagh.addContact({ Code: 9_100, Name: 'سارا آزمونی', NationalCode: '0499370899' })
    const other = world.sandbox.crm.createPerson({ nationalCode: '0499370899' })
    const { contacts } = await world.importNow({ dryRun: true })
    expect(contacts.find(({ code }) => code === 9_100)).toMatchObject({
      action: 'undecided',
      candidates: expect.arrayContaining([{ identityId: world.hidden, name: 'سارا آزمونی', by: 'unreadable' }]),
    })
    expect(JSON.stringify(contacts.find(({ code }) => code === 9_100)?.candidates)).toContain(other)
  })

  test('a person may say that a contact is new, but not where the number says that an import has made it', async () => {
    const decisions = new Map([[9_000, 'create' as const]])
    const free = worldWith({ nickName: 'شرکت آزمونی' })
    expect((await free.importNow({ decisions })).report?.actions).toMatchObject({ created: 10 })
    const made = worldWith({ nickName: 'سارا آزمونی', customerNumber: '9000' })
    expect((await made.importNow({ decisions })).report?.actions).toMatchObject({ created: 9, undecided: 1 })
  })

  test('a person who links it learns that it cannot be read', async () => {
    const world = worldWith({ nickName: 'سارا آزمونی' })
    const decisions = new Map([[9_000, { link: world.hidden }]])
    const { contacts } = await world.importNow({ decisions })
    expect(contacts.find(({ code }) => code === 9_000)).toMatchObject({
      action: 'failed',
      error: { kind: 'malformed' },
    })
  })
})

test('where more than a tenth cannot be read, and more than a few, names prove nothing and nobody is made', async () => {
  const world = importWorld()
  const { siagh, crm } = world.sandbox
  for (let number = 0; number < 100; number += 1)
    siagh.addContact({ Code: 9_000 + number, Name: `نام${number} نشان${number}` })
  const hidden = Array.from({ length: 12 }, (_, index) => crm.createPerson({ nickName: `کس${index}` }))
  const servers = hiding(world, () => hidden, '500')
  const { report } = await world.run(world.start(Infinity, false, servers))
  expect(report).toMatchObject({ unreadable: 12, actions: { undecided: 100, created: 0 } })
})

test('of thousands, one that is broken makes no more than its own contact wait', async () => {
  const world = importWorld()
  const { siagh, crm } = world.sandbox
  for (let number = 0; number < 1_000; number += 1) {
    const { RecordId, Name } = siagh.addContact({
      Code: 9_000 + number,
      Name: `${NAMES[number % 10]} ${FAMILIES[Math.floor(number / 10) % 10]} ${number}`,
    })
    if (number < 500)
      crm.createPerson({ refId: RecordId, nickName: Name ?? '', customerNumber: String(9_000 + number) })
  }
  const hidden = crm.identities()[7]?.crmId ?? ''
  const servers = hiding(world, () => [hidden], '500')
  const { report } = await world.run(world.start(Infinity, false, servers), { dryRun: true })
  expect(report?.actions).toMatchObject({ linked: 499, created: 500, undecided: 1 })
})

test('an identity that was deleted while the CRM was read is nobody’s double', async () => {
  const world = importWorld()
  world.sandbox.siagh.addContact({ Code: 9_000, Name: 'سارا آزمونی' })
  const id = world.sandbox.crm.createPerson({ nickName: 'سارا آزمونی' })
  for (const operation of ['personFind', 'organizationFind'] as const)
    world.sandbox.crm.faults.set('refusal', { operation })
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await world.sandbox.fetch(input, init)
    const url = input instanceof Request ? input.url : input.toString()
    if (url.endsWith('/search')) world.sandbox.crm.remove(id)
    return response
  }
  const { report } = await world.run(world.start(Infinity, false, { ...world.sandbox, fetch }))
  expect(report).toMatchObject({ unreadable: 0, actions: { created: 1 } })
})

test('an answer that was lost is not sent again while an identity that was made since cannot be read', async () => {
  const world = importWorld()
  world.sandbox.siagh.addContact({ Code: 9_000, Name: 'سارا آزمونی' })
  world.sandbox.crm.faults.next('personCreate', 'resetAfter')
  const servers = hiding(world, () => world.sandbox.crm.identities().map(({ crmId }) => crmId), '500')
  const { contacts } = await world.run(world.start(Infinity, false, servers))
  expect(contacts).toMatchObject([{ code: 9_000, action: 'undecided', reason: 'identity_unreadable' }])
  expect(createsIn(world.sandbox)).toBe(1)

  const next = await world.importNow()
  expect(next.report.actions).toMatchObject({ linked: 1, created: 0 })
  expect((await mappingsOf(world.store)).size).toBe(1)
})
