import { sampleSite } from '@siagh-sync/sandbox'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { ResultAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { createSync, type Clock, type RecordKey, type Store } from '@siagh-sync/sync-core'
import { callsTo, sara, succeed, twoLines, world, type World } from './world'

const MINUTE_MS = 60_000

/** A worker on another machine: on the same store, with a clock and a contact list of its own. */
function anotherWorker({ crm, siagh, store, queue, logger }: World, clock: Clock, ownStore: Store = store) {
  return createSync({ crm, siagh, store: ownStore, queue, logger, clock, random: () => 0.5, rules: sampleSite.rules })
}

const ahead = (clock: Clock, ms: number): Clock => ({ ...clock, now: () => clock.now() + ms })

describe('a worker whose clock is ahead of the others', () => {
  it('waits as long as they do for a contact whose making has no known end', async () => {
    const here = world()
    const id = here.sandbox.crm.createPerson(sara)
    here.sandbox.siagh.faults.next('saveContact', 'resetBefore')
    expect(await here.sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })

    const other = anotherWorker(here, ahead(here.clock, 5 * MINUTE_MS))
    expect(await other.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    expect(callsTo(here.sandbox.siagh, 'saveContact')).toBe(1)
    // The time that a write may take to arrive, and the list to show it.
    await here.clock.advance(41_000 + 360_000)
    expect(await succeed(other.syncIdentity({ id }))).toMatchObject({ outcome: 'created' })
  })

  it('does not take a contact for deleted that another has made since it read the list', async () => {
    const here = world()
    const other = anotherWorker(here, ahead(here.clock, 5 * MINUTE_MS))
    await succeed(other.syncIdentity({ id: here.sandbox.crm.createPerson({ ...sara, phoneContacts: [] }) }))

    await here.clock.advance(1_000)
    const id = here.sandbox.crm.createPerson(sara)
    await succeed(here.sync.syncIdentity({ id }))
    here.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    expect(await succeed(other.syncIdentity({ id }))).toMatchObject({ outcome: 'updated' })
  })
})

describe('a worker whose clock was put forward in the middle of a run', () => {
  it('does not take the contact of a customer for deleted that was made since it read its list', async () => {
    let aheadMs = 0
    let meanwhile: ((key: RecordKey) => Promise<void>) | undefined
    const here = world({
      store: (store) => ({
        ...store,
        mappings: {
          ...store.mappings,
          get: (key) =>
            ResultAsync.fromSafePromise(Promise.resolve(meanwhile?.(key))).andThen(() => store.mappings.get(key)),
        },
      }),
    })
    const clock = { ...here.clock, now: () => here.clock.now() + aheadMs, elapsed: () => here.clock.now() }
    const other = anotherWorker(here, clock)
    const customer = here.sandbox.crm.createPerson(sara)
    const id = here.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    meanwhile = async (key) => {
      if (key.id !== customer) return
      meanwhile = undefined
      aheadMs = 20_000
      await succeed(other.syncIdentity({ id: here.sandbox.crm.createPerson({ ...sara, phoneContacts: [] }) }))
      await here.clock.advance(1_000)
      await succeed(here.sync.syncIdentity({ id: customer }))
    }
    expect(await succeed(other.syncInvoice({ id }))).toMatchObject({ outcome: 'created' })
  })
})

describe('a worker whose clock was set back', () => {
  it('does not take a contact for deleted that was made since it read its list', async () => {
    const here = world()
    let setBackMs = 0
    const clock: Clock = { ...here.clock, now: () => here.clock.now() - setBackMs, elapsed: () => here.clock.now() }
    const other = anotherWorker(here, clock)
    await succeed(other.syncIdentity({ id: here.sandbox.crm.createPerson({ ...sara, phoneContacts: [] }) }))

    await here.clock.advance(30_000)
    const id = here.sandbox.crm.createPerson(sara)
    await succeed(here.sync.syncIdentity({ id }))
    await here.clock.advance(45_000)
    setBackMs = MINUTE_MS
    here.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    expect(await succeed(other.syncIdentity({ id }))).toMatchObject({ outcome: 'updated' })
  })
})

describe('a worker that was suspended for longer than its lease', () => {
  /** A worker that falls asleep after its next intent is stored, and wakes up when the test wakes it. */
  function sleeper(here: World) {
    let wake = () => {}
    let asleep = () => {}
    const fallsAsleep = new Promise<void>((resolve) => (asleep = resolve))
    const awake = new Promise<void>((resolve) => (wake = resolve))
    const intend: Store['intend'] = (...intent) =>
      here.store.intend(...intent).map(async (saved) => {
        asleep()
        await awake
        return saved
      })
    const store = { ...here.store, intend }
    // A worker that sleeps renews no lease.
    const sync = anotherWorker(here, { now: () => here.clock.now(), after: () => () => {} }, store)
    return { sync, wake, fallsAsleep }
  }

  it('makes no second contact', async () => {
    const here = world({ rules: { contactListLagMs: 0 } })
    const id = here.sandbox.crm.createPerson(sara)
    const { sync, wake, fallsAsleep } = sleeper(here)
    const slow = sync.syncIdentity({ id })
    await fallsAsleep
    await here.clock.advance(61_000)
    expect(await succeed(here.sync.syncIdentity({ id }))).toMatchObject({ outcome: 'created' })
    wake()
    expect(await slow).toMatchObject({ error: { kind: 'busy' } })
    expect(callsTo(here.sandbox.siagh, 'saveContact')).toBe(1)
  })

  it('makes no second contact either where it slept in the queue of its own client', async () => {
    const here = world({ rules: { contactListLagMs: 0 }, sandbox: { dialect: { uniqueNumbers: 'none' } } })
    let open = () => {}
    const opened = new Promise<void>((resolve) => (open = resolve))
    let isHeld = false
    const siagh = createSiaghClient({
      fetch: async (url, request) => {
        if (isHeld) await opened
        return fetch(url, request)
      },
      baseUrl: here.sandbox.siagh.url,
      username: here.sandbox.siagh.username,
      password: here.sandbox.siagh.password,
      rateLimit: { concurrency: 1 },
    })
    const clock: Clock = { now: () => here.clock.now(), after: () => () => {} }
    const slowWorker = anotherWorker({ ...here, siagh }, clock)
    const id = here.sandbox.crm.createPerson(sara)
    // It has the list, and then the only place in its client is taken.
    await succeed(slowWorker.syncIdentity({ id: here.sandbox.crm.createPerson({ nickName: 'کسی' }) }))
    isHeld = true
    const taken = siagh.getAllUsers()
    const slow = slowWorker.syncIdentity({ id })
    const key = { company: 'default', kind: 'identity', id } as const
    await expect.poll(async () => (await succeed(here.store.mappings.get(key)))?.state).toBe('intent')
    await here.clock.advance(61_000)
    expect(await succeed(here.sync.syncIdentity({ id }))).toMatchObject({ outcome: 'created' })
    open()
    expect((await taken).isOk()).toBe(true)
    expect(await slow).toMatchObject({ error: { kind: 'busy' } })
    expect(here.sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
  })

  it('does not write an old state over a newer one', async () => {
    const here = world()
    const id = here.sandbox.crm.createPerson(sara)
    const { outcome, siagh } = await succeed(here.sync.syncIdentity({ id }))
    expect(outcome).toBe('created')
    here.sandbox.crm.updateIdentity(id, { email: 'old@example.com' })
    const { sync, wake, fallsAsleep } = sleeper(here)
    const slow = sync.syncIdentity({ id })
    await fallsAsleep
    await here.clock.advance(61_000)
    here.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    await succeed(here.sync.syncIdentity({ id }))
    wake()
    expect(await slow).toMatchObject({ error: { kind: 'busy' } })
    const contact = here.sandbox.siagh.contacts().find(({ Code }) => String(Code) === siagh?.code)
    expect(contact).toMatchObject({ Email: 'new@example.com' })
  })

  it('posts no second document, and leaves no doubt about one that it did not post', async () => {
    const here = world()
    const identityId = here.sandbox.crm.createPerson(sara)
    await succeed(here.sync.syncIdentity({ id: identityId }))
    const id = here.sandbox.crm.createInvoice({
      identityId,
      details: [{ productCode: '1', baseUnitPrice: 10, count: 1 }],
    })
    const { sync, wake, fallsAsleep } = sleeper(here)
    const slow = sync.syncInvoice({ id })
    await fallsAsleep
    await here.clock.advance(45_000)
    wake()
    expect(await slow).toMatchObject({ error: { kind: 'busy' } })
    expect(await succeed(here.sync.syncInvoice({ id }))).toMatchObject({ outcome: 'created' })
    expect(here.sandbox.siagh.preInvoices()).toHaveLength(1)
  })
})
