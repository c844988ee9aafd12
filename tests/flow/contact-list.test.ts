import type { SiaghClient } from '@siagh-sync/siagh-client'
import { describe, expect, it } from 'vitest'
import { createSync } from '@siagh-sync/sync-core'
import { callsTo, onlyFailure, sara, succeed, twoLines, untilHandled, world } from './world'

/** Siagh's client, whose contact list is cut as long as `count` is set. */
function cutting(siagh: SiaghClient) {
  const cut: { count: number | undefined } = { count: undefined }
  const client: SiaghClient = {
    ...siagh,
    getAllUsers: (call) => siagh.getAllUsers(call).map((rows) => rows.slice(0, cut.count ?? rows.length)),
  }
  return { client, cut }
}

function cutWorld() {
  const the = world({ sandbox: { contacts: 1_000 } })
  const { client, cut } = cutting(the.siagh)
  const { crm, store, queue, clock, logger } = the
  const rules = { catchUp: { everyMs: 'never' as const } }
  const sync = createSync({ crm, siagh: client, store, queue, clock, logger, rules, random: () => 0.5 })
  return { ...the, sync, cut }
}

describe('a contact list that was cut', () => {
  it.each([0, 10])(
    'to %i of 1,000 contacts makes no contact a second time, and all is well when it is whole again',
    async (count) => {
      const { sync, sandbox, clock, cut } = cutWorld()
      const rows = sandbox.siagh.contacts().slice(500, 520)
      const ids = rows.map(({ RecordId, Code }, place) =>
        sandbox.crm.createPerson({
          nickName: `شخص ${place}`,
          ...(place % 2 === 0 ? { refId: RecordId } : { customerNumber: String(Code) }),
        }),
      )
      const before = sandbox.siagh.contacts().length
      cut.count = count
      await succeed(sync.start())
      for (const id of ids) await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
      await clock.advance(120_000)
      expect(sandbox.siagh.contacts()).toHaveLength(before)
      cut.count = undefined
      await clock.advance(600_000)
      await untilHandled({ sync, clock })
      expect(sandbox.siagh.contacts()).toHaveLength(before)
      expect(await succeed(sync.status())).toMatchObject({ pending: 0, failed: 0 })
      await sync.stop()
    },
  )

  it.each([0, 10])('to %i is an outage for contacts that are mapped, and no failure', async (count) => {
    const { sync, sandbox, clock, cut, logger } = cutWorld()
    const ids = Array.from({ length: 20 }, (_, place) => sandbox.crm.createPerson({ nickName: `شخص ${place}` }))
    await succeed(sync.start())
    for (const id of ids) await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    const before = sandbox.siagh.contacts().length
    await clock.advance(61_000)
    cut.count = count
    for (const id of ids) {
      sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
      await succeed(sync.receive({ kind: 'identity', id, event: 'update' }))
    }
    await clock.advance(60_000)
    expect(await succeed(sync.status())).toMatchObject({ failed: 0, away: [{ system: 'siagh' }] })
    expect(logger.lines.map(({ message }) => message).join('\n')).toContain('contact list')
    cut.count = undefined
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.contacts()).toHaveLength(before)
    expect(await succeed(sync.status())).toMatchObject({ pending: 0, failed: 0, away: [] })
    await sync.stop()
  })

  it('does not prove that a contact whose making was interrupted was not made', async () => {
    const { sync, sandbox, clock, cut } = cutWorld()
    const id = sandbox.crm.createPerson(sara)
    sandbox.siagh.faults.next('saveContact', 'resetAfter')
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    cut.count = 990
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await clock.advance(300_000)
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(1)
    cut.count = undefined
    await untilHandled({ sync, clock })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(1)
    expect(await succeed(sync.status())).toMatchObject({ pending: 0, failed: 0 })
    await sync.stop()
  })
})

describe('a contact list that lacks only the newest contacts', () => {
  it.each([
    ['it was as short when its making began', []],
    ['another one was made meanwhile', [{ nickName: 'دیگری' }]],
  ])('does not prove that a contact was not made, though %s', async (_what, others) => {
    const { sync, sandbox, clock, cut } = cutWorld()
    const before = sandbox.siagh.contacts().length
    await succeed(sync.syncIdentity({ id: sandbox.crm.createPerson({ nickName: 'نخستین' }) }))
    await clock.advance(61_000)
    cut.count = before
    const id = sandbox.crm.createPerson(sara)
    sandbox.siagh.faults.next('saveContact', 'resetAfter')
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await clock.advance(50_000)
    for (const other of others) await succeed(sync.syncIdentity({ id: sandbox.crm.createPerson(other) }))
    await clock.advance(300_000)
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(2 + others.length)
    cut.count = undefined
    await untilHandled({ sync, clock })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(2 + others.length)
    expect(await succeed(sync.status())).toMatchObject({ pending: 0, failed: 0 })
    await sync.stop()
  })
})

describe('a code that Siagh has given to another contact', () => {
  const replaced = async () => {
    const the = world({ sandbox: { uniqueMobile: false } })
    const id = the.sandbox.crm.createPerson(sara)
    const { siagh } = await succeed(the.sync.syncIdentity({ id }))
    const Code = Number(siagh?.code)
    await the.clock.advance(61_000)
    // The mapping learns the RecordId with the first update.
    the.sandbox.crm.updateIdentity(id, { description: 'نخست' })
    await succeed(the.sync.syncIdentity({ id }))
    the.sandbox.siagh.removeContact(Code)
    const stranger = the.sandbox.siagh.addContact({ Code, Name: 'بیگانه', MobileNo: '09350000001' })
    await the.clock.advance(61_000)
    return { ...the, id, stranger, strangerNow: () => the.sandbox.siagh.contacts().find((row) => row.Code === Code) }
  }

  it('is not written to, and the failure names both contacts', async () => {
    const { sync, sandbox, clock, id, stranger, strangerNow } = await replaced()
    sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'update' }))
    await untilHandled({ sync, clock })
    const failure = await onlyFailure(sync)
    expect(failure).toMatchObject({ error: { kind: 'contact_replaced' } })
    expect(failure?.error?.details).toHaveLength(2)
    expect(failure?.error?.details[1]).toContain(stranger.RecordId)
    expect(strangerNow()).toEqual(stranger)
  })

  it.each(['', 'with its customer number'])('is billed for no document %s', async (numbered) => {
    const { sync, sandbox, id, stranger } = await replaced()
    if (numbered) sandbox.crm.updateIdentity(id, { customerNumber: String(stranger.Code) })
    const invoice = sandbox.crm.createInvoice({ identityId: id, details: twoLines })
    expect(await sync.syncInvoice({ id: invoice })).toMatchObject({ error: { kind: 'contact_replaced' } })
    expect(await sync.syncIdentity({ id })).toMatchObject(numbered ? {} : { value: { outcome: 'unchanged' } })
    expect(sandbox.siagh.preInvoices()).toHaveLength(0)
  })

  it('is not switched off when the identity is deleted', async () => {
    const the = await replaced()
    const sync = createSync({ ...the, rules: { contact: { onDelete: 'deactivate' } } })
    the.sandbox.crm.remove(the.id)
    expect(await succeed(sync.syncIdentity({ id: the.id }))).toMatchObject({ outcome: 'gone', warnings: [] })
    expect(the.strangerNow()).toEqual(the.stranger)
  })

  it('is used once a person has named it in refId', async () => {
    const { sync, sandbox, id, stranger } = await replaced()
    sandbox.crm.updateIdentity(id, { refId: stranger.RecordId, email: 'new@example.com' })
    expect(await succeed(sync.syncIdentity({ id }))).toMatchObject({
      outcome: 'updated',
      siagh: { code: String(stranger.Code), recordId: stranger.RecordId },
    })
  })

  it('is no matter where the contact has got a new code itself: its RecordId decides', async () => {
    const the = world()
    const row = the.sandbox.siagh.addContact({ Name: 'نام پیشین' })
    const id = the.sandbox.crm.createPerson({ ...sara, refId: row.RecordId })
    await succeed(the.sync.syncIdentity({ id }))
    the.sandbox.siagh.removeContact(row.Code)
    the.sandbox.siagh.addContact({ Name: 'بیگانه', Code: row.Code })
    const moved = the.sandbox.siagh.addContact({ Name: 'نام پیشین', RecordId: row.RecordId })
    await the.clock.advance(61_000)
    the.sandbox.crm.updateIdentity(id, { refId: '', email: 'new@example.com' })
    expect(await succeed(the.sync.syncIdentity({ id }))).toMatchObject({ siagh: { code: String(moved.Code) } })
    expect(the.sandbox.siagh.contacts().find(({ Code }) => Code === row.Code)).toMatchObject({ Name: 'بیگانه' })
  })
})

describe('a code that is given again before the mapping knows the RecordId of its contact', () => {
  const madeAndReplaced = async () => {
    const the = world({ sandbox: { uniqueMobile: false } })
    const id = the.sandbox.crm.createPerson(sara)
    const { siagh } = await succeed(the.sync.syncIdentity({ id }))
    const Code = Number(siagh?.code)
    expect(siagh?.recordId).toBeUndefined()
    await the.clock.advance(61_000)
    the.sandbox.siagh.removeContact(Code)
    // As a person types it in: without a mark.
    const stranger = the.sandbox.siagh.addContact({ Code, Name: 'بیگانه', MobileNo: '09350000001' })
    return { ...the, id, Code, stranger }
  }

  it('is not written to', async () => {
    const { sync, sandbox, id, Code, stranger } = await madeAndReplaced()
    sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'contact_replaced' } })
    expect(sandbox.siagh.contacts().find((row) => row.Code === Code)).toEqual(stranger)
  })

  it('is billed for no document', async () => {
    const { sync, sandbox, id } = await madeAndReplaced()
    const invoice = sandbox.crm.createInvoice({ identityId: id, details: twoLines })
    expect(await sync.syncInvoice({ id: invoice })).toMatchObject({ error: { kind: 'contact_replaced' } })
    expect(sandbox.siagh.preInvoices()).toHaveLength(0)
  })
})

describe('a failure that waits for a contact', () => {
  it('is handled again by itself when the list has the contact, and not before', async () => {
    const { sync, sandbox, clock } = world()
    const recordId = '7b0c3a52-0000-4000-8000-0000000000ff'
    const id = sandbox.crm.createPerson({ ...sara, refId: recordId })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(await onlyFailure(sync)).toMatchObject({ error: { kind: 'not_found' } })
    const runs = async () => (await succeed(sync.history({ id }))).items.length
    await clock.advance(900_000)
    expect(await runs()).toBe(1)
    sandbox.siagh.addContact({ Name: 'نام پیشین', RecordId: recordId })
    await clock.advance(400_000)
    await untilHandled({ sync, clock })
    expect(await runs()).toBe(2)
    expect(await succeed(sync.status())).toMatchObject({ failed: 0, pending: 0 })
  })
})

describe('a contact that Siagh lists without our mark', () => {
  it('is known by its RecordId from the next reading of the list on, so that no other can take its place', async () => {
    const { sync, sandbox, clock } = world({ sandbox: { tmpidInList: false, uniqueMobile: false } })
    const [id, other] = [sara, { ...sara, nickName: 'دیگری' }].map((person) => sandbox.crm.createPerson(person))
    await succeed(sync.start())
    for (const each of [id, other]) {
      await succeed(sync.receive({ kind: 'identity', id: each ?? '', event: 'insert' }))
      await untilHandled({ sync, clock })
      await clock.advance(61_000)
    }
    await untilHandled({ sync, clock })
    const Code = Number((await succeed(sync.syncIdentity({ id: id ?? '' }))).siagh?.code)
    sandbox.siagh.removeContact(Code)
    const stranger = sandbox.siagh.addContact({ Code, Name: 'بیگانه' })
    await clock.advance(61_000)
    sandbox.crm.updateIdentity(id ?? '', { email: 'new@example.com' })
    expect(await sync.syncIdentity({ id: id ?? '' })).toMatchObject({ error: { kind: 'contact_replaced' } })
    expect(sandbox.siagh.contacts().find((row) => row.Code === Code)).toEqual(stranger)
  })
})
