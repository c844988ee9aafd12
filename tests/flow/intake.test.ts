import { errAsync, okAsync } from 'neverthrow'
import { describe, expect, it, vi } from 'vitest'
import type { Queue, Store } from '@siagh-sync/sync-core'
import { callsTo, onlyFailure, sara, succeed, twoLines, untilHandled, world } from './world'
import { expectErr, expectOk } from '../../test-support/results'

const storeAway = () => errAsync({ kind: 'store_unavailable', retryable: true, message: 'the disk is full' } as const)

describe('a change that was received', () => {
  it('is handled once, however many webhooks tell of it', async () => {
    const { sync, sandbox, clock, deliverTo } = world()
    deliverTo(sync)
    sandbox.crm.webhooks.set({ duplicates: 0.8, updatesAfterInsert: 3 })
    await succeed(sync.start())
    const customer = sandbox.crm.createPerson(sara)
    sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await sandbox.crm.webhooks.idle()
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === customer)).toHaveLength(1)
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('ends with the newest state of the CRM, whatever order the webhooks come in', async () => {
    const { sync, sandbox, clock } = world()
    const id = sandbox.crm.createPerson(sara)
    sandbox.crm.updateIdentity(id, { email: 'last@example.com' })
    await succeed(sync.start())
    for (const event of ['update', 'insert', 'update'] as const)
      await succeed(sync.receive({ kind: 'identity', id, event }))
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id, Email: 'last@example.com' })
  })

  it('and noted again while it is being handled is handled once more', async () => {
    const { sync, sandbox, clock } = world()
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await expect.poll(() => callsTo(sandbox.crm, 'personGet')).toBe(1)
    sandbox.crm.updateIdentity(id, { email: 'meanwhile@example.com' })
    await succeed(sync.receive({ kind: 'identity', id, event: 'update' }))
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id, Email: 'meanwhile@example.com' })
  })

  it('costs few runs when one record is edited a thousand times in a second', async () => {
    const { sync, sandbox, clock } = world()
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.start())
    for (let edit = 0; edit < 1_000; edit += 1) {
      await succeed(sync.receive({ kind: 'identity', id, event: 'update' }))
      if (edit % 100 === 0) await clock.advance(100)
    }
    await untilHandled({ sync, clock })
    expect(expectOk(await sync.history()).items.length).toBeLessThanOrEqual(3)
  })

  it('is found by the sweep although the queue forgot it', async () => {
    const deaf = (queue: Queue): Queue => {
      let calls = 0
      return { ...queue, enqueue: (...args) => ((calls += 1) === 1 ? okAsync(undefined) : queue.enqueue(...args)) }
    }
    const { sync, sandbox, clock } = world({ queue: deaf })
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await clock.advance(60_000)
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id })
  })

  it('is accepted although the queue is away', async () => {
    const away = (queue: Queue): Queue => ({
      ...queue,
      enqueue: () => errAsync({ kind: 'queue_unavailable', retryable: true, message: 'no queue' }),
    })
    const { sync, logger } = world({ queue: away })
    const received = await sync.receive({
      kind: 'identity',
      id: '2b1f0c6e-0000-4000-8000-000000000001',
      event: 'insert',
    })
    expect(expectOk(received)).toEqual({ key: 'identity/2b1f0c6e-0000-4000-8000-000000000001', generation: 1 })
    await vi.waitFor(() => expect(logger.lines).toContainEqual(expect.objectContaining({ level: 'warn' })))
  })

  it('is not accepted while the store is away', async () => {
    const away = (store: Store): Store => ({ ...store, inbox: { ...store.inbox, note: storeAway } })
    const { sync } = world({ store: away })
    const received = await sync.receive({
      kind: 'identity',
      id: '2b1f0c6e-0000-4000-8000-000000000001',
      event: 'insert',
    })
    expect(expectErr(received)).toMatchObject({ kind: 'store_unavailable' })
  })

  it('has one key in whichever case its id is written', async () => {
    const { sync } = world()
    const id = '2B1F0C6E-0000-4000-8000-00000000ABCD'
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    const second = await sync.receive({ kind: 'identity', id: `{${id.toLowerCase()}}`, event: 'update' })
    expect(expectOk(second)).toEqual({ key: `identity/${id.toLowerCase()}`, generation: 2 })
  })

  it.each([
    [{ kind: 'identity', id: 'not a guid', event: 'insert' }, 'id'],
    [{ kind: 'person', id: '2b1f0c6e-0000-4000-8000-000000000001', event: 'insert' }, 'kind'],
    [{ kind: 'identity', id: '2b1f0c6e-0000-4000-8000-000000000001', event: 'explode' }, 'event'],
  ])('is refused when it is none: %j', async (change, field) => {
    const { sync } = world()
    const refused = await sync.receive(change as Parameters<typeof sync.receive>[0])
    expect(expectErr(refused)).toMatchObject({ kind: 'invalid_change', issues: [{ path: field }] })
  })
})

describe('while the store is away', () => {
  it('no contact is made, since nobody could remember it', async () => {
    let away = true
    const flaky = (store: Store): Store => ({
      ...store,
      begin: (key, ttlMs) => (away ? storeAway() : store.begin(key, ttlMs)),
    })
    const { sync, sandbox, clock } = world({ store: flaky })
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await clock.advance(20_000)
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(0)
    away = false
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id })
    expect(await sync.failures()).toMatchObject({ value: { items: [] } })
  })

  it('just after a pre-invoice was made, it is recorded as soon as the store is back', async () => {
    let failures = 0
    const flaky = (store: Store): Store => ({
      ...store,
      finish: (lease, end) =>
        end.mapping?.draft?.siagh?.number !== undefined && (failures += 1) <= 2
          ? storeAway()
          : store.finish(lease, end),
    })
    const { sync, sandbox, clock } = world({ store: flaky })
    const customer = sandbox.crm.createPerson(sara)
    const id = sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'invoice', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(expectOk(await sync.syncInvoice({ id }))).toMatchObject({ outcome: 'unchanged' })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    expect(failures).toBe(3)
  })
})

describe('two companies in one store and queue', () => {
  it('do not see each other', async () => {
    const { sync, syncOf, sandbox, clock } = world({ company: 'one' })
    const other = syncOf('two')
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(expectOk(await other.history()).items).toEqual([])
    expect(expectOk(await other.status())).toMatchObject({ company: 'two', pending: 0, failed: 0 })
    expect(expectOk(await sync.history()).items).toHaveLength(1)
  })
})

describe('a dead letter', () => {
  it('tells its reason, and is handled afresh when an operator asks', async () => {
    const { sync, sandbox, clock } = world()
    const holder = sandbox.siagh.addContact({ Name: 'کسی دیگر', MobileNo: '09120001234' })
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(await onlyFailure(sync)).toMatchObject({
      key: { id },
      attempts: 1,
      error: { kind: 'rejected', details: [expect.stringContaining('شماره موبایل')] },
    })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(1)

    sandbox.siagh.removeContact(holder.Code)
    expect(expectOk(await sync.retry({ kind: 'identity', id }))).toBe('retried')
    await untilHandled({ sync, clock })
    expect(expectOk(await sync.failures()).items).toEqual([])
    const [latest] = expectOk(await sync.history()).items
    expect(latest).toMatchObject({ outcome: 'created', trigger: 'operator', attempt: 1 })
  })

  it('is handled afresh when the record is edited in the CRM', async () => {
    const { sync, sandbox, clock } = world()
    const id = sandbox.crm.createPerson({ nickName: '' })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(await onlyFailure(sync)).toMatchObject({ error: { kind: 'invalid_data' } })
    sandbox.crm.updateIdentity(id, { nickName: 'با نام' })
    await succeed(sync.receive({ kind: 'identity', id, event: 'update' }))
    await untilHandled({ sync, clock })
    expect(expectOk(await sync.failures()).items).toEqual([])
  })

  it('that does not exist is not retried', async () => {
    const { sync } = world()
    const ref = { kind: 'identity', id: '2b1f0c6e-0000-4000-8000-000000000001' } as const
    expect(expectOk(await sync.retry(ref))).toBe('not_failed')
  })
})
