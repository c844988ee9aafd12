import { importContacts } from '@siagh-sync/first-import'
import { err, ok, ResultAsync } from 'neverthrow'
import { describe, expect, test } from 'vitest'
import type { Store } from '@siagh-sync/sync-core'
import { createsIn, importWorld, mappingsOf, stateOf } from './import-world'
import { expectOk } from '../../test-support/results'

function worldOf(contacts: number, options: Parameters<typeof importWorld>[0] = {}) {
  const world = importWorld(options)
  for (let number = 1; number <= contacts; number += 1) {
    world.sandbox.siagh.addContact({ Code: 9_000 + number, Name: `سارا آزمونی${number}` })
  }
  return world
}

describe('a signal', () => {
  test('ends an import after what is under way, and the next one does the rest', async () => {
    const world = worldOf(30)
    const stop = new AbortController()
    const run = world.start()
    world.sandbox.crm.faults.latency(1_000, { operation: 'personCreate' })
    world.clock.after(3_500, () => stop.abort())
    const { report } = await world.run(run, { concurrency: 2, signal: stop.signal })
    expect(report).toMatchObject({ complete: false, read: { crm: 'whole', siagh: 'whole' }, contacts: 30 })
    expect(report?.actions.created).toBe(createsIn(world.sandbox))
    expect((await mappingsOf(world.store)).size).toBe(report?.actions.created)
    expect(report?.actions.created).toBeLessThan(20)

    const next = await world.importNow()
    expect(next.steps.some((step) => step.kind === 'progress' && step.phase === 'waiting')).toBe(false)
    expect(createsIn(world.sandbox)).toBe(30)
  })

  test('ends an import that waits for a server', async () => {
    const world = worldOf(3)
    const stop = new AbortController()
    world.sandbox.crm.faults.set('away')
    world.clock.after(100_000, () => stop.abort())
    const { report } = await world.run(world.start(), { signal: stop.signal })
    expect(report).toMatchObject({ complete: false, read: { crm: 'not', siagh: 'not' } })
    expect(world.sandbox.siagh.requests()).toEqual([])
  })

  test('ends an import that waits for Siagh, and says that it was not read', async () => {
    const world = worldOf(3)
    const stop = new AbortController()
    world.sandbox.siagh.faults.set('away')
    world.clock.after(100_000, () => stop.abort())
    const { report } = await world.run(world.start(), { signal: stop.signal })
    expect(report).toMatchObject({ complete: false, read: { crm: 'whole', siagh: 'not' }, contacts: 0 })
  })

  test('ends the search for what was made without an answer', async () => {
    const world = worldOf(1)
    const { crm } = world.sandbox
    const stop = new AbortController()
    crm.faults.next('personCreate', 'resetAfter')
    let asked = 0
    const fetch: typeof globalThis.fetch = (...call) => {
      if (createsIn(world.sandbox) > 0) stop.abort()
      if (stop.signal.aborted) asked += 1
      return world.sandbox.fetch(...call)
    }
    const run = world.start(Infinity, false, { ...world.sandbox, fetch })
    const { report } = await world.run(run, { signal: stop.signal })
    expect(report).toMatchObject({ complete: false, actions: { failed: 1 } })
    // How many there are, of either type, and one page.
    expect(asked).toBe(3)
  })

  test('ends an import that waits for another', async () => {
    const world = worldOf(3)
    const held = await world.store.leases.acquire({ company: 'default', kind: 'identity', id: 'import' }, 1e9)
    expect(expectOk(held)).not.toBeNull()
    const stop = new AbortController()
    world.clock.after(10_000, () => stop.abort())
    const { report, steps } = await world.run(world.start(), { signal: stop.signal })
    expect(steps[0]).toMatchObject({ kind: 'progress', phase: 'waiting' })
    expect(report).toMatchObject({ complete: false, read: { crm: 'not', siagh: 'not' }, contacts: 0 })
    expect(createsIn(world.sandbox)).toBe(0)
  })
})

test('a caller who listens no more ends the import after what is under way', async () => {
  const world = worldOf(30)
  for await (const step of importContacts(world.start().sync, { concurrency: 2 })) {
    if (step.isOk() && step.value.kind === 'contact') break
  }
  const made = createsIn(world.sandbox)
  expect(made).toBeLessThan(10)
  expect((await mappingsOf(world.store)).size).toBe(made)
  const { report } = await world.importNow()
  expect(report.actions).toMatchObject({ created: 30 - made, unchanged: made })
})

describe('the lease', () => {
  test('lets no create leave that might arrive after it has run out, and an import that has lost it ends', async () => {
    let isStoreAway = true
    const world = worldOf(10)
    const store = withRenewals(world.store, () => isStoreAway)
    world.clock.after(120_000, () => (isStoreAway = false))
    world.sandbox.crm.faults.latency(10_000, { operation: 'personCreate' })
    const startedAt = world.clock.now()
    const { error, report } = await world.run(world.start(Infinity, false, world.sandbox, store), { concurrency: 1 })
    expect(report).toBeUndefined()
    expect(error?.kind).toBe('busy')
    const leftAt = world.sandbox.crm
      .requests()
      .flatMap(({ operation, at }) => (operation === 'personCreate' ? [at] : []))
    expect(leftAt.length).toBeGreaterThan(1)
    // The lease of 60 seconds was never renewed, and a write is given 30 seconds to arrive.
    expect(Math.max(...leftAt) - startedAt).toBeLessThanOrEqual(30_000)
  })
})

function withRenewals(store: Store, isAway: () => boolean): Store {
  const away = { kind: 'store_unavailable', retryable: true, message: 'away' } as const
  return {
    ...store,
    leases: {
      acquire: (key, ttlMs) => store.leases.acquire(key, ttlMs),
      release: (lease) => store.leases.release(lease),
      renew: (lease, ttlMs) =>
        lease.key.id === 'import' && isAway()
          ? new ResultAsync(Promise.resolve(err(away)))
          : store.leases.renew(lease, ttlMs),
    },
  }
}

test('a store that is away for a moment after a create delays its contact, and loses nothing', async () => {
  const world = worldOf(5)
  let failures = 3
  const away = { kind: 'store_unavailable', retryable: true, message: 'away' } as const
  const store: Store = {
    ...world.store,
    finish: (...end) =>
      (failures -= 1) >= 0 ? new ResultAsync(Promise.resolve(err(away))) : world.store.finish(...end),
  }
  const { report } = await world.run(world.start(Infinity, false, world.sandbox, store))
  expect(report?.actions.created).toBe(5)
  expect((await stateOf(world)).mappings).toHaveLength(5)
})

test('a worker that has the record is waited for', async () => {
  const world = worldOf(1)
  const held: string[] = []
  const store: Store = {
    ...world.store,
    begin(key, ttlMs) {
      if (held.length > 2) return world.store.begin(key, ttlMs)
      held.push(key.id)
      return new ResultAsync(Promise.resolve(ok(null)))
    },
  }
  const { report } = await world.run(world.start(Infinity, false, world.sandbox, store))
  expect(held).toHaveLength(3)
  expect(report?.actions.created).toBe(1)
})

test('progress names every phase, and its end', async () => {
  const world = worldOf(5)
  const { steps } = await world.importNow()
  const progress = steps.flatMap((step) =>
    step.kind === 'progress' ? [[step.phase, step.progress.done] as const] : [],
  )
  // A long phase is reported more than once.
  expect([...new Map(progress)]).toEqual([
    ['reading-crm', 0],
    ['reading-siagh', 5],
    ['matching', 5],
    ['writing', 5],
  ])
})

test('a CRM that does not keep refId ends the import with the first that are made', async () => {
  const world = worldOf(10)
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await world.sandbox.fetch(input, init)
    const text = await response.text()
    return new Response(text.replaceAll(/"refId":"[^"]*"/g, '"refId":"cut"'), { status: response.status })
  }
  const { error } = await world.run(world.start(Infinity, false, { ...world.sandbox, fetch }), { concurrency: 1 })
  expect(error).toMatchObject({ kind: 'malformed', path: 'refId' })
  // While the first one is looked at, the next may leave.
  expect(createsIn(world.sandbox)).toBeLessThanOrEqual(2)
})

test.each([0, -1, 1.5, Number.NaN])('%s contacts at once is no way to go about it', (concurrency) => {
  expect(() => importContacts(importWorld().start().sync, { concurrency })).toThrow(/whole number above 0/)
})
