import { memoryStore } from '@siagh-sync/adapter-store-memory'
import { createSync } from '@siagh-sync/sync-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { expectErr } from '../../test-support/results'
import { callsTo, onlyFailure, sara, succeed, twoLines, untilHandled, world } from './world'

const HOUR_MS = 3_600_000

/** A store that was restored just now, from a backup of the day before. */
async function restored() {
  const the = world()
  const now = the.clock.now()
  const customer = the.sandbox.crm.createPerson(sara)
  const addInvoice = () => the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
  const forgotten = addInvoice()
  await succeed(the.store.gaps.add({ backedUpAt: now - 24 * HOUR_MS, restoredAt: now }))
  return { ...the, addInvoice, forgotten }
}

describe('a store that was restored from a backup', () => {
  it('sets a document apart that it does not know and that is older than the restore', async () => {
    const { sync, sandbox, clock, forgotten } = await restored()
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'invoice', id: forgotten, event: 'update' }))
    await untilHandled({ sync, clock })
    expect(await onlyFailure(sync)).toMatchObject({ key: { id: forgotten }, error: { kind: 'in_doubt' } })
    expect(callsTo(sandbox.siagh, 'savePreInvoice')).toBe(0)
  })

  it('sets a document apart that was made so soon after the restore that the clocks may be wrong about it', async () => {
    const { sync, clock, addInvoice } = await restored()
    await clock.advance(HOUR_MS)
    expect(await sync.syncInvoice({ id: addInvoice() })).toMatchObject({ error: { kind: 'in_doubt' } })
  })

  it('posts a document that was made well after the restore', async () => {
    const { sync, sandbox, clock, addInvoice } = await restored()
    await clock.advance(3 * HOUR_MS)
    expect(await succeed(sync.syncInvoice({ id: addInvoice() }))).toMatchObject({ outcome: 'created' })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('posts a document of which an operator has said since that it is not in Siagh', async () => {
    const { sync, sandbox, clock, forgotten } = await restored()
    await succeed(sync.start())
    expect(await sync.syncInvoice({ id: forgotten })).toMatchObject({ error: { kind: 'in_doubt' } })
    await clock.advance(70_000)
    await succeed(sync.settleInDoubt({ kind: 'invoice', id: forgotten }, 'not-created'))
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('takes no verdict for granted that was given before the restore', async () => {
    const { sync, store, sandbox, clock, forgotten } = await restored()
    expect(await sync.syncInvoice({ id: forgotten })).toMatchObject({ error: { kind: 'in_doubt' } })
    await clock.advance(70_000)
    await succeed(sync.settleInDoubt({ kind: 'invoice', id: forgotten }, 'not-created'))
    expect((await succeed(sync.inDoubt())).items).toEqual([])

    await succeed(store.gaps.add({ restoredAt: clock.now() + HOUR_MS }))
    await succeed(sync.start())
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(0)
    expect((await succeed(sync.inDoubt())).items).toMatchObject([{ kind: 'invoice', id: forgotten }])
  })

  it('compares a document that it knows as ever', async () => {
    const { sync, store, clock, addInvoice } = await restored()
    await clock.advance(3 * HOUR_MS)
    const id = addInvoice()
    await succeed(sync.syncInvoice({ id }))
    await succeed(store.gaps.add({ restoredAt: clock.now() }))
    expect(await succeed(sync.syncInvoice({ id }))).toMatchObject({ outcome: 'unchanged' })
  })
})

/**
 * A backup in which a customer and an invoice are held, or released. After the backup the service has gone on, and has
 * sent both. Then the backup was restored.
 */
async function restoredWithHeld(state: 'held' | 'released') {
  const the = world({ hold: 'all' })
  const customer = the.sandbox.crm.createPerson(sara)
  const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
  const [person, invoice] = [{ kind: 'identity', id: customer } as const, { kind: 'invoice', id } as const]
  expectErr(await the.sync.syncInvoice({ id }))
  if (state === 'released') await succeed(the.sync.release(person))

  // The store of the service that goes on: it had the same in it.
  const { siagh, crm, clock, queue, logger } = the
  const store = memoryStore({ clock })
  const rules = the.sync.internals.rules
  const later = createSync({ siagh, crm, clock, queue, logger, store, hold: 'all', rules })
  const send = async (ref: typeof person | typeof invoice) => {
    const run = () => (ref.kind === 'identity' ? later.syncIdentity({ id: ref.id }) : later.syncInvoice({ id: ref.id }))
    expectErr(await run())
    await succeed(later.release(ref))
    await succeed(run())
  }
  await send(person)
  await send(invoice)
  expect([callsTo(the.sandbox.siagh, 'saveContact'), the.sandbox.siagh.preInvoices().length]).toEqual([1, 1])
  const now = clock.now()
  await succeed(the.store.gaps.add({ backedUpAt: now - HOUR_MS, restoredAt: now }))
  const counts = () => ({
    contacts: the.sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === customer).length,
    preInvoices: the.sandbox.siagh.preInvoices().length,
  })
  // A restore is done while the service stands. So it starts afterwards, and reads Siagh's list anew.
  const sync = the.syncOf('default')
  onTestFinished(() => sync.stop())
  return { sync, clock, person, invoice, counts }
}

describe('a backup with held writes that were sent after it', () => {
  it.each(['held', 'released'] as const)('doubles nothing, although they are %s in it', async (state) => {
    const { sync, clock, person, invoice, counts } = await restoredWithHeld(state)
    await succeed(sync.start())
    await succeed(sync.receive({ ...person, event: 'update' }))
    await succeed(sync.receive({ ...invoice, event: 'update' }))
    await untilHandled({ sync, clock })
    for (let round = 1; round <= 3; round += 1) {
      await succeed(sync.releaseAll())
      await untilHandled({ sync, clock })
    }
    expect(counts()).toEqual({ contacts: 1, preInvoices: 1 })
    // Nobody knows whether the document is in Siagh: an operator looks.
    expect(await onlyFailure(sync)).toMatchObject({ key: { id: invoice.id }, error: { kind: 'in_doubt' } })
  })
})
