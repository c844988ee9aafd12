import { describe, expect, it } from 'vitest'
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
