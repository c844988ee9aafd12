import { errAsync, ok, type ResultAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import type { Flow, RecordKey, Store, StoreUnavailable } from '@siagh-sync/sync-core'
import { callsTo, onlyFailure, sara, succeed, twoLines, untilHandled, world, type World } from './world'
import { expectErr, expectOk } from '../../test-support/results'

const storeAway = () => errAsync({ kind: 'store_unavailable', retryable: true, message: 'the disk is full' } as const)

describe('an update whose end is not known', () => {
  it('is made again, even where the CRM has returned to what was there before', async () => {
    const { sync, sandbox, clock } = world()
    const id = sandbox.crm.createPerson({ ...sara, email: 'a@example.com' })
    await succeed(sync.syncIdentity({ id }))
    sandbox.crm.updateIdentity(id, { email: 'b@example.com' })
    sandbox.siagh.faults.next('saveContact', 'resetAfter')
    expect(expectErr(await sync.syncIdentity({ id })).kind).toBe('outcome_unknown')
    sandbox.crm.updateIdentity(id, { email: 'a@example.com' })
    await clock.advance(31_000)
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('updated')
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id, Email: 'a@example.com' })
  })

  it('still knows which fields the CRM had filled', async () => {
    const { sync, sandbox, clock } = world()
    sandbox.siagh.faults.next('saveContact', 'resetAfter')
    const id = sandbox.crm.createPerson(sara)
    expect(expectErr(await sync.syncIdentity({ id })).kind).toBe('outcome_unknown')
    await clock.advance(41_000)
    sandbox.crm.updateIdentity(id, { email: '' })
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('updated')
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id, Email: '', MobileNo: '09120001234' })
  })

  it('is not taken for made because another worker has an older list', async () => {
    const { sync, syncOf, sandbox } = world()
    const other = syncOf('default')
    const id = sandbox.crm.createPerson({ ...sara, email: 'a@example.com' })
    await succeed(sync.syncIdentity({ id }))
    await succeed(other.syncIdentity({ id: sandbox.crm.createPerson({ nickName: 'کسی' }) }))
    sandbox.crm.updateIdentity(id, { email: 'b@example.com' })
    await succeed(sync.syncIdentity({ id }))
    sandbox.crm.updateIdentity(id, { email: 'a@example.com' })
    await succeed(other.syncIdentity({ id }))
    expect(sandbox.siagh.contacts().find(({ tmpid }) => tmpid === id)).toMatchObject({ Email: 'a@example.com' })
  })
})

describe('a field that the CRM has emptied', () => {
  it('stays empty when a worker with an older list makes the next update', async () => {
    const { sync, syncOf, sandbox, clock } = world()
    const other = syncOf('default')
    const id = sandbox.crm.createPerson({ ...sara, email: 'a@example.com' })
    await succeed(sync.syncIdentity({ id }))
    // The other worker reads the list while the field is filled.
    await succeed(other.syncIdentity({ id: sandbox.crm.createPerson({ nickName: 'کسی' }) }))
    sandbox.crm.updateIdentity(id, { email: '' })
    await succeed(sync.syncIdentity({ id }))
    sandbox.crm.updateIdentity(id, { nickName: 'سارا دیگری' })
    await clock.advance(10)
    await succeed(other.syncIdentity({ id }))
    expect(sandbox.siagh.contacts().find(({ tmpid }) => tmpid === id)).toMatchObject({ Email: '', Name: 'سارا دیگری' })
  })
})

describe('a worker that lost its lease', () => {
  it('does not write an older state over a newer one', async () => {
    let losing = false
    const lossy = (store: Store): Store => ({
      ...store,
      intend: (lease, draft, version) => {
        if (!losing) return store.intend(lease, draft, version)
        return store.leases.release(lease).andThen(() => store.intend(lease, draft, version))
      },
    })
    const { sync, sandbox } = world({ store: lossy })
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.syncIdentity({ id }))
    const writes = callsTo(sandbox.siagh, 'saveContact')
    sandbox.crm.updateIdentity(id, { email: 'late@example.com' })
    losing = true
    expect(expectErr(await sync.syncIdentity({ id })).kind).toBe('busy')
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(writes)
  })
})

describe('a write that has waited for a login', () => {
  it.each([
    ['shortly, leaves', 10_000, { value: { outcome: 'created' } }, 1],
    ['for longer than a write may wait, does not leave, and is made later', 10_001, { error: { kind: 'busy' } }, 0],
  ])('%s', async (_what, waitMs, answer, made) => {
    const own: { sandbox?: World['sandbox'] | undefined; clock?: World['clock'] | undefined } = {}
    let isListRead = false
    const fetchOfSiagh: typeof fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : input.toString()
      const isList = url.endsWith('/GetAll')
      if (isListRead && !isList && !url.includes('SaveFormData')) await own.clock?.advance(waitMs)
      const response = await fetch(input, init)
      if (isList) own.sandbox?.siagh.expireSessions()
      isListRead ||= isList
      return response
    }
    const { sync, sandbox, clock } = world({ fetchOfSiagh })
    Object.assign(own, { sandbox, clock })
    const id = sandbox.crm.createPerson(sara)
    const contacts = sandbox.siagh.contacts().length
    expect(await sync.syncIdentity({ id })).toMatchObject(answer)
    expect(sandbox.siagh.contacts().length - contacts).toBe(made)
    own.sandbox = undefined
    own.clock = undefined
    await clock.advance(60_000)
    await succeed(sync.syncIdentity({ id }))
    expect(sandbox.siagh.contacts().length - contacts).toBe(1)
  })
})

describe('a Siagh that loses answers', () => {
  it('is left alone after the first, so that one document is in doubt and not all of them', async () => {
    const the = world()
    const customer = the.sandbox.crm.createPerson(sara)
    await succeed(the.sync.syncIdentity({ id: customer }))
    the.sandbox.siagh.faults.set('resetBefore', { operation: 'savePreInvoice' })
    const ids = Array.from({ length: 8 }, () =>
      the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines }),
    )
    await succeed(the.sync.start({ concurrency: 1 }))
    for (const id of ids) await succeed(the.sync.receive({ kind: 'invoice', id, event: 'insert' }))
    const inDoubt = async () => expectOk(await the.sync.status())
    await expect.poll(inDoubt).toMatchObject({ inDoubt: 1, pending: 7, away: [{ system: 'siagh' }] })
    await the.clock.advance(1_900)
    expect(await inDoubt()).toMatchObject({ inDoubt: 1, pending: 7 })
  })

  it('leaves a document in doubt when its script broke off half-way', async () => {
    const { sync, sandbox, siagh } = world()
    const customer = sandbox.crm.createPerson(sara)
    const id = sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await succeed(sync.syncIdentity({ id: customer }))
    const brokeOff = {
      kind: 'rejected',
      retryable: false,
      system: 'siagh',
      message: 'x',
      reasons: [],
      brokeOff: true,
    } as const
    siagh.createPreInvoice = () => errAsync(brokeOff)
    expect(expectErr(await sync.syncInvoice({ id })).kind).toBe('in_doubt')
  })
})

describe('a refused document', () => {
  it('is not in doubt although the store was away when that was to be written down', async () => {
    let failures = 0
    const flaky = (store: Store): Store => ({
      ...store,
      finish: (lease, end) =>
        end.mapping?.draft === null && (failures += 1) <= 2 ? storeAway() : store.finish(lease, end),
    })
    const { sync, sandbox, clock } = world({ store: flaky })
    const customer = sandbox.crm.createPerson(sara)
    const id = sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    sandbox.siagh.faults.next('savePreInvoice', 'refusal')
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'invoice', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(await onlyFailure(sync)).toMatchObject({ error: { kind: 'rejected' } })
    expect(failures).toBe(3)
  })
})

describe('after an outage', () => {
  it('runs that do not need the server do not wait for it to be found back', async () => {
    const the = world()
    const ids = Array.from({ length: 6 }, (_, index) => the.sandbox.crm.createPerson({ nickName: `نام ${index}` }))
    for (const id of ids) await succeed(the.sync.syncIdentity({ id }))
    await succeed(the.sync.start({ concurrency: 4 }))
    const back = the.sandbox.siagh.faults.set('away')
    const newcomer = the.sandbox.crm.createPerson(sara)
    await succeed(the.sync.receive({ kind: 'identity', id: newcomer, event: 'insert' }))
    await the.clock.advance(61_000)
    back()
    for (const id of ids) await succeed(the.sync.receive({ kind: 'identity', id, event: 'update' }))
    await untilHandled(the, 75_000)
    expect(expectOk(await the.sync.status()).away).toEqual([])
  })
})

describe('the fiscal year of the login', () => {
  it('is asked for anew when the year has changed in Tehran, although the session lives on', async () => {
    const the = world({ sandbox: { dialect: { siaghSessionLife: 'years', crmTokenLife: 'years' } } })
    const customer = the.sandbox.crm.createPerson(sara)
    const post = () =>
      the.sync.syncInvoice({ id: the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines }) })
    await succeed(post())
    await the.clock.advance(Date.parse('2026-03-20T20:31:00Z') - the.clock.now())
    await succeed(post())
    expect(the.sandbox.siagh.preInvoices().map(({ header }) => header['salmali'])).toEqual(['1404', '1405'])
  })
})

describe('a document that was posted', () => {
  it('does not read as changed because the rules or the case of an id have changed', async () => {
    const { sync, sandbox, store } = world()
    const customer = sandbox.crm.createPerson(sara)
    const id = sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await succeed(sync.syncInvoice({ id }))
    sandbox.crm.updateDocument(id, { identityId: customer.toUpperCase() })
    expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('unchanged')
    expect(expectOk(await store.mappings.get({ company: 'default', kind: 'invoice', id }))?.version).toBe(2)
  })
})

describe('settling a doubt', () => {
  it('can be repeated after the store failed in the middle of it', async () => {
    let away = false
    const flaky = (store: Store): Store => ({
      ...store,
      finish: (lease, end) => (away ? storeAway() : store.finish(lease, end)),
    })
    const { sync, sandbox, clock } = world({ store: flaky })
    const customer = sandbox.crm.createPerson(sara)
    const id = sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await succeed(sync.start())
    sandbox.siagh.faults.next('savePreInvoice', 'resetBefore')
    await succeed(sync.receive({ kind: 'invoice', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    away = true
    expect((await sync.settleInDoubt({ kind: 'invoice', id }, 'not-created')).isErr()).toBe(true)
    await untilHandled({ sync, clock })
    away = false
    await clock.advance(70_000)
    expect(expectOk(await sync.settleInDoubt({ kind: 'invoice', id }, 'not-created'))).toBe('settled')
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    expect(expectOk(await sync.status())).toMatchObject({ failed: 0, inDoubt: 0 })
  })
})

describe('starting and stopping', () => {
  it('twice at once leaves one set of workers, and every stop waits for what runs', async () => {
    const { sync, sandbox } = world()
    await Promise.all([sync.start(), sync.start()])
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await expect.poll(() => callsTo(sandbox.crm, 'personGet') + callsTo(sandbox.crm, 'login')).toBeGreaterThan(0)
    await Promise.all([sync.stop(), sync.stop()])
    expect(expectOk(await sync.status()).running).toBe(0)
    await succeed(
      sync.receive({ kind: 'identity', id: sandbox.crm.createPerson({ nickName: 'بعدی' }), event: 'insert' }),
    )
    expect(expectOk(await sync.status())).toMatchObject({ pending: 1, running: 0 })
  })

  it.each([0, -1, Number.NaN, 1.5])('refuses a concurrency of %s', (concurrency) => {
    const { sync } = world()
    expect(() => sync.start({ concurrency })).toThrow('concurrency')
  })
})

describe('a write-back that the CRM does not carry out', () => {
  it.each(['error500', 'refusal'] as const)('costs a warning and not the record: %s', async (fault) => {
    const { sync, sandbox } = world({ rules: { contact: { writeBackRecordId: true } } })
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین' })
    sandbox.crm.faults.set(fault, { operation: 'personUpdate' })
    const id = sandbox.crm.createPerson({ ...sara, customerNumber: String(row.Code) })
    expect(expectOk(await sync.syncIdentity({ id }))).toMatchObject({
      outcome: 'updated',
      warnings: ['record_id_not_written_back'],
    })
  })
})

describe('a journal that cannot be written for a moment', () => {
  const flaky = (store: Store): Store => {
    let failures = 0
    const finish: Store['finish'] = (lease, end) => ((failures += 1) === 1 ? storeAway() : store.finish(lease, end))
    return { ...store, finish }
  }

  it('still gets the entry of the run', async () => {
    const { sync, sandbox, clock } = world({ store: flaky })
    await succeed(sync.start())
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(expectOk(await sync.history()).items).toMatchObject([{ outcome: 'created' }])
  })

  it('still gets the entry of a run that nobody had noted', async () => {
    const { sync, sandbox, clock } = world({ store: flaky })
    const run = sync.syncIdentity({ id: sandbox.crm.createPerson(sara) })
    await expect.poll(() => sandbox.siagh.contacts().some(({ Name }) => Name === sara.nickName)).toBe(true)
    await expect
      .poll(() =>
        clock
          .advance(1_000)
          .then(() => sync.history())
          .then((lines) => expectOk(lines).items.length),
      )
      .toBe(1)
    expect(await succeed(run)).toMatchObject({ outcome: 'created' })
  })
})

describe('a count of unreadable contacts that cannot be recorded', () => {
  it.each(['get', 'set'] as const)('does not keep the end of a run from being recorded: %s', async (method) => {
    const away = (store: Store): Store => {
      const { get, set } = store.marks
      const isCount = (name: string) => name === 'unreadable-contacts'
      const marks: Store['marks'] = {
        get: (company, name) => (method === 'get' && isCount(name) ? storeAway() : get(company, name)),
        set: (lease, name, value) => (method === 'set' && isCount(name) ? storeAway() : set(lease, name, value)),
      }
      return { ...store, marks }
    }
    const { sync, store, sandbox, clock } = world({ store: away })
    const identityId = sandbox.crm.createPerson(sara)
    const id = sandbox.crm.createInvoice({ identityId, details: twoLines })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'invoice', id, event: 'insert' }))
    const isRecorded = async () => (await succeed(store.inbox.read({ company: 'default', kind: 'invoice', id })))?.state
    await expect.poll(isRecorded).toBe('settled')
    await clock.advance(60_000)
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    expect((await succeed(sync.history({ id }))).items).toMatchObject([{ outcome: 'created' }])
  })
})

describe('a store whose answer is lost', () => {
  /** Carries out the first visit of this name to a document, and says that it did not. */
  const losing = (visit: 'begin' | 'intend' | 'finish') => (store: Store) => {
    let isLost = false
    const lose = <T>(name: string, key: RecordKey, done: ResultAsync<T, StoreUnavailable>) =>
      done.andThen((answer) => {
        if (isLost || key.kind !== 'invoice' || name !== visit) return ok(answer)
        isLost = true
        return storeAway()
      })
    const flow: Flow = {
      begin: (key, ttlMs) => lose('begin', key, store.begin(key, ttlMs)),
      intend: (lease, draft, version) => lose('intend', lease.key, store.intend(lease, draft, version)),
      finish: (lease, end) => lose('finish', lease.key, store.finish(lease, end)),
    }
    return { ...store, ...flow }
  }

  it.each(['begin', 'intend', 'finish'] as const)('makes no doubt about a document: %s', async (visit) => {
    const { sync, sandbox, clock, logger } = world({ store: losing(visit) })
    const id = sandbox.crm.createInvoice({ identityId: sandbox.crm.createPerson(sara), details: twoLines })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'invoice', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    expect(await succeed(sync.status())).toMatchObject({ failed: 0, inDoubt: 0 })
    expect((await succeed(sync.history({ id }))).items[0]).toMatchObject({ outcome: 'created' })
    expect(logger.lines.map(({ message }) => message)).not.toContain('posted, but not recorded')
  })
})

describe('the count of rows that cannot be read', () => {
  it('costs no record its entry in the journal where the store fails over it', async () => {
    const count = { fails: true }
    const withoutCount = (store: Store): Store => ({
      ...store,
      marks: {
        ...store.marks,
        get: (company, name) =>
          count.fails && name === 'unreadable-contacts' ? storeAway() : store.marks.get(company, name),
      },
    })
    const { sync, sandbox, clock } = world({ store: withoutCount })
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await clock.advance(60_000)
    count.fails = false
    await untilHandled({ sync, clock })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(1)
    expect((await succeed(sync.history({ id }))).items).toMatchObject([{ outcome: 'created' }])
  })
})
