import { sampleContacts, sampleTwins, type SampleTwin } from '@siagh-sync/sandbox'
import { describe, expect, test } from 'vitest'
import { createsIn, handleAll, importWorld, mappingsOf, stateOf, writesToSiagh, type ImportWorld } from './import-world'
import { expectOk } from '../../test-support/results'

const everyWay = { import: { accept: ['nationalCode', 'mobile', 'nameAndPhone'] } } as const

/** Fills Siagh with untidy contacts, and the CRM with some of them under other spellings. */
function fill({ sandbox }: ImportWorld, contacts: number, twins: number): readonly SampleTwin[] {
  for (const contact of sampleContacts(contacts)) sandbox.siagh.addContact(contact)
  const made = sampleTwins(sandbox.siagh.contacts(), twins)
  for (const { type, fields } of made) {
    if (type === 'person') sandbox.crm.createPerson(fields)
    else sandbox.crm.createOrganization(fields)
  }
  return made
}

function filled(contacts: number, twins: number, options: Parameters<typeof importWorld>[0] = {}) {
  const world = importWorld({ rules: everyWay, ...options })
  return { ...world, twins: fill(world, contacts, twins) }
}

/** The state after an import that nothing has disturbed. */
async function undisturbed(contacts: number, twins: number) {
  const world = filled(contacts, twins)
  await world.importNow({ concurrency: 8 })
  return stateOf(world)
}

/** Numbers from 0 to 1 that look random and are the same every time. */
function drawn(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

describe('an import of 5,000 untidy contacts of which 2,000 are in the CRM under other spellings', () => {
  test('links every twin that is sure, asks about every one that is not, and makes the rest', async () => {
    const world = filled(5_000, 2_000)
    const { contacts, report } = await world.importNow({ concurrency: 8 })
    const byCode = new Map(contacts.map((contact) => [contact.code, contact]))
    const mappings = await mappingsOf(world.store)

    const wrong = world.twins.flatMap(({ codes, fields, sure, by }) =>
      codes.filter((code) => {
        const contact = byCode.get(code)
        if (!sure) return contact?.action !== 'undecided' || mappings.has(code)
        return contact?.action !== 'linked' || contact.by !== by || mappings.get(code)?.key.id !== fields.crmId
      }),
    )
    expect(wrong).toEqual([])
    expect(report).toMatchObject({ complete: true, contacts: 5_000, identities: 2_000, readBy: 'find' })
    const { created, linked, skipped, undecided } = report.actions
    expect(report.actions).toMatchObject({ unchanged: 0, failed: 0 })
    expect(created + linked + undecided + skipped).toBe(5_000)
    expect(createsIn(world.sandbox)).toBe(created)
    expect(world.sandbox.crm.identities()).toHaveLength(2_000 + created)
    expect(mappings.size).toBe(created + linked)
    expect(writesToSiagh(world.sandbox)).toBe(0)
  })
})

describe('an import that is killed', () => {
  test('at 20 points and started again each time, ends as if nothing had happened', async () => {
    const world = filled(5_000, 2_000)
    const random = drawn(7)
    let killed = 0
    for (; killed < 20; killed += 1) {
      const diesAt = 1 + Math.floor(random() * 250)
      const run = await world.run(world.start(diesAt, random() < 0.5), { concurrency: 8 })
      expect([run.report, run.error]).toEqual([undefined, undefined])
    }
    const { report } = await world.importNow({ concurrency: 8 })
    expect(report.actions.created).toBeGreaterThan(0)
    expect(await stateOf(world)).toEqual(await undisturbed(5_000, 2_000))
  }, 120_000)

  test.each(Array.from({ length: 12 }, (_, index) => index))(
    'around its creates makes no second identity (%i)',
    async (index) => {
      const world = filled(12, 0)
      const draft = world.start()
      await world.run(draft, { concurrency: 3, dryRun: true })
      // The calls of a dry run are those before the first create.
      const run = await world.run(world.start(draft.calls() + 2 + index, index % 2 === 0), { concurrency: 3 })
      expect(run.report).toBeUndefined()
      await world.importNow({ concurrency: 3 })
      expect(await stateOf(world)).toEqual(await undisturbed(12, 0))
    },
  )

  test('keeps the next one waiting until its lease has run out', async () => {
    const world = filled(12, 0)
    await world.run(world.start(20))
    const startedAt = world.clock.now()
    const { steps } = await world.importNow()
    expect(steps[0]).toMatchObject({ kind: 'progress', phase: 'waiting' })
    expect(world.clock.now() - startedAt).toBeGreaterThan(30_000)
  })
})

describe('an import that is finished', () => {
  test('changes nothing when it is run again, and says so', async () => {
    const world = filled(300, 120)
    const first = await world.importNow()
    const before = await stateOf(world)
    const creates = createsIn(world.sandbox)
    const again = await world.importNow()
    const { created, linked, undecided, skipped } = first.report.actions
    expect(again.report.actions).toEqual({
      created: 0,
      linked: 0,
      unchanged: created + linked,
      undecided,
      skipped,
      failed: 0,
    })
    expect(createsIn(world.sandbox)).toBe(creates)
    expect(await stateOf(world)).toEqual(before)
  })

  test('writes into the journal what it linked, with ids alone', async () => {
    const world = filled(20, 8)
    const { report } = await world.importNow()
    const { items } = expectOk(await world.start().sync.history({}, { limit: 100 }))
    expect(items).toHaveLength(report.actions.created + report.actions.linked)
    expect(items.every(({ trigger, outcome }) => trigger === 'import' && outcome === 'linked')).toBe(true)
    expect(items.filter(({ calls }) => calls.some((call) => call.startsWith('crm.create')))).toHaveLength(
      report.actions.created,
    )
  })
})

describe('the webhooks of what an import has made', () => {
  test('change nothing in Siagh', async () => {
    const world = filled(200, 0)
    const { contacts } = await world.importNow()
    const ids = contacts.flatMap(({ action, identityId }) => (action === 'created' && identityId ? [identityId] : []))
    const outcomes = await handleAll(world.start().sync, ids)
    expect(new Set(outcomes)).toEqual(new Set(['unchanged']))
    expect(writesToSiagh(world.sandbox)).toBe(0)
  })

  test('change nothing in Siagh either where nothing was stored', async () => {
    const world = filled(200, 0)
    const { contacts } = await world.importNow()
    const ids = contacts.flatMap(({ action, identityId }) => (action === 'created' && identityId ? [identityId] : []))
    const forgetful = importWorld({ rules: everyWay })
    const outcomes = await handleAll(forgetful.start(Infinity, false, world.sandbox).sync, ids)
    expect(new Set(outcomes)).toEqual(new Set(['linked']))
    expect(writesToSiagh(world.sandbox)).toBe(0)
  })

  test('do count where the CRM has been told something else since', async () => {
    const world = filled(12, 0)
    const { contacts } = await world.importNow()
    const made = contacts.filter(({ action }) => action === 'created')
    const ids = made.flatMap(({ identityId }) => identityId ?? [])
    for (const id of ids) world.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    expect(new Set(await handleAll(world.start().sync, ids))).toEqual(new Set(['updated']))
    const changed = world.sandbox.siagh.contacts().filter(({ Email }) => Email === 'new@example.com')
    expect(changed.map(({ Code }) => Code).sort()).toEqual(made.map(({ code }) => code).sort())
  })

  test('may be handled before the import has stored what it made', async () => {
    const world = filled(12, 0)
    const draft = world.start()
    await world.run(draft, { dryRun: true })
    await world.run(world.start(draft.calls() + 12, true), { concurrency: 1 })
    const made = world.sandbox.crm.identities().map(({ crmId }) => crmId)
    expect(made.length).toBeGreaterThan(0)
    await handleAll(world.start().sync, made)
    expect(writesToSiagh(world.sandbox)).toBe(0)
    await world.importNow()
    expect(await stateOf(world)).toEqual(await undisturbed(12, 0))
  })
})

describe('two imports at once', () => {
  test('take turns, and make every identity once', async () => {
    const world = filled(60, 20)
    const both = await Promise.all([world.importNow(), world.importNow()])
    const waited = both.filter(({ steps }) =>
      steps.some((step) => step.kind === 'progress' && step.phase === 'waiting'),
    )
    expect(waited).toHaveLength(1)
    const created = both.map(({ report }) => report.actions.created)
    expect(Math.min(...created)).toBe(0)
    expect(await stateOf(world)).toEqual(await undisturbed(60, 20))
  })
})

describe('where the CRM', () => {
  test.each(['resetAfter', 'resetBefore', 'truncatedJson', 'error500'] as const)(
    'loses answers to creates (%s), each is looked for before it is sent again',
    async (fault) => {
      const world = filled(60, 20)
      world.sandbox.crm.faults.rate(fault, 0.3, { operation: 'personCreate' })
      world.sandbox.crm.faults.next('organizationCreate', fault, { times: 2 })
      const { report } = await world.importNow({ concurrency: 8 })
      expect(report.actions.failed).toBe(0)
      expect(await stateOf(world)).toEqual(await undisturbed(60, 20))
    },
  )

  test('answers no create at all, the contacts fail after some rounds and the next import makes them', async () => {
    const world = filled(10, 0)
    world.sandbox.crm.faults.set('error500', { operation: 'personCreate' })
    world.sandbox.crm.faults.set('error500', { operation: 'organizationCreate' })
    const { contacts, report } = await world.importNow()
    expect(report.actions).toMatchObject({ created: 0, failed: 10 - report.actions.skipped })
    const errors = contacts.flatMap(({ error }) => error?.kind ?? [])
    expect(new Set(errors)).toEqual(new Set(['outcome_unknown']))
    expect(createsIn(world.sandbox)).toBe(4 * report.actions.failed)

    world.sandbox.crm.faults.clear()
    const next = await world.importNow()
    // A create without an answer may still arrive, so the lease was let run out.
    expect(next.steps[0]).toMatchObject({ phase: 'waiting' })
    expect(await stateOf(world)).toEqual(await undisturbed(10, 0))
  })

  test('refuses a create, the contact fails with its reason and the others go on', async () => {
    const world = filled(20, 0)
    world.sandbox.crm.faults.next('personCreate', 'refusal')
    const { contacts, report } = await world.importNow()
    const failed = contacts.filter(({ action }) => action === 'failed')
    expect(failed).toMatchObject([{ error: { kind: 'rejected', reasons: [{ message: 'این مقدار تکراری است' }] } }])
    expect(report.actions.failed).toBe(1)
    await world.importNow()
    expect(await stateOf(world)).toEqual(await undisturbed(20, 0))
  })

  test('is away for a while, the import waits for it', async () => {
    const world = filled(40, 10)
    world.sandbox.crm.faults.next('personFind', 'away', { times: 2 })
    world.sandbox.crm.faults.next('personCreate', 'away', { times: 9 })
    world.sandbox.crm.faults.next('organizationCreate', 'rateLimited', { times: 3 })
    world.sandbox.siagh.faults.next('getAll', 'away')
    await world.importNow()
    expect(await stateOf(world)).toEqual(await undisturbed(40, 10))
  })

  test('refuses find, it is read one identity at a time', async () => {
    const world = filled(60, 20)
    world.sandbox.crm.faults.set('refusal', { operation: 'personFind' })
    world.sandbox.crm.faults.set('refusal', { operation: 'organizationFind' })
    world.sandbox.crm.faults.next('personCreate', 'resetAfter', { times: 2 })
    const { report } = await world.importNow()
    expect(report.readBy).toBe('search')
    expect(await stateOf(world)).toEqual(await undisturbed(60, 20))
  })
})

describe('a dry run', () => {
  test('tells what an import would do, and writes nothing anywhere', async () => {
    const world = filled(300, 120)
    const before = await stateOf(world)
    const dry = await world.importNow({ dryRun: true })
    expect(await stateOf(world)).toEqual(before)
    expect([createsIn(world.sandbox), writesToSiagh(world.sandbox)]).toEqual([0, 0])
    expect(expectOk(await world.store.journal.list('default', {}, { limit: 10 })).items).toEqual([])
    const leftFree = await world.store.leases.acquire({ company: 'default', kind: 'identity', id: 'import' }, 1)
    expect(expectOk(leftFree)).not.toBeNull()

    const real = await world.importNow()
    const plain = ({ contacts }: typeof dry) =>
      contacts.map(({ code, action, by, candidates, suspicions }) => ({ code, action, by, candidates, suspicions }))
    const byCode = (one: { code: number }, other: { code: number }) => one.code - other.code
    expect(plain(dry).sort(byCode)).toEqual(plain(real).sort(byCode))
    expect(dry.report).toEqual({ ...real.report, dryRun: true })
  })
})
