import type { Dialect } from '@siagh-sync/sandbox'
import type { SiaghClient } from '@siagh-sync/siagh-client'
import { okAsync, ResultAsync } from 'neverthrow'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSync } from '@siagh-sync/sync-core'
import { callsTo, onlyFailure, sara, succeed, twoLines, untilHandled, world } from './world'

/** Siagh's client, whose contact list is cut as long as `count` is set. */
function cutting(siagh: SiaghClient) {
  const cut: { count: number | undefined; meanwhile?: () => Promise<void> } = { count: undefined }
  const client: SiaghClient = {
    ...siagh,
    getAllUsers: (call) =>
      ResultAsync.fromSafePromise(Promise.resolve(cut.meanwhile?.()))
        .andThen(() => siagh.getAllUsers(call))
        .map((rows) => rows.slice(0, cut.count ?? rows.length)),
  }
  return { client, cut }
}

function cutWorld(dialect: Partial<Dialect> = {}) {
  const the = world({ sandbox: { contacts: 1_000, dialect } })
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

describe('a contact that was deleted while the making of another was interrupted', () => {
  it.each(['the newest', 'an older one'])('holds that one up for an hour, and not for good: %s', async (which) => {
    const { sync, sandbox, clock } = world({ sandbox: { contacts: 100 } })
    const id = sandbox.crm.createPerson(sara)
    sandbox.siagh.faults.next('saveContact', 'resetBefore')
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    const rows = sandbox.siagh.contacts()
    sandbox.siagh.removeContact((which === 'the newest' ? rows.at(-1) : rows[50])?.Code ?? 0)
    await clock.advance(3_000_000)
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    await clock.advance(700_000)
    expect(await succeed(sync.syncIdentity({ id }))).toMatchObject({ outcome: 'created' })
    expect(sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
  })
})

describe('a contact list that lacks only the newest contacts', () => {
  it('does not prove that a contact was not made, though it ends before none that was known when its reading began', async () => {
    const { sync, syncOf, sandbox, clock, cut } = cutWorld()
    const before = sandbox.siagh.contacts().length
    await succeed(sync.syncIdentity({ id: sandbox.crm.createPerson({ nickName: 'نخستین' }) }))
    const id = sandbox.crm.createPerson(sara)
    sandbox.siagh.faults.next('saveContact', 'resetAfter')
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    await clock.advance(61_000)
    cut.count = before
    let readings = 0
    const another = syncOf('default')
    cut.meanwhile = async () => {
      readings += 1
      await clock.advance(1)
      if (readings === 1) return
      delete cut.meanwhile
      cut.count = before + 1
      const other = await another.syncIdentity({ id: sandbox.crm.createPerson({ nickName: 'دیگری' }) })
      expect(other).toMatchObject({ value: { outcome: 'created' } })
    }
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    cut.count = undefined
    await clock.advance(61_000)
    expect(await sync.syncIdentity({ id })).toMatchObject({ value: {} })
    expect(sandbox.siagh.contacts()).toHaveLength(before + 3)
  })

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

describe('a contact list that lacks the newest contacts, and to which this process has added its own since', () => {
  it.each(['as-written', 'left-out'] as const)('proves as little (marks in the list: %s)', async (tmpidInList) => {
    const { sync, sandbox, clock, cut } = cutWorld({ tmpidInList })
    await succeed(sync.syncIdentity({ id: sandbox.crm.createPerson({ nickName: 'نخستین' }) }))
    await clock.advance(61_000)
    cut.count = 1_000
    const id = sandbox.crm.createPerson(sara)
    sandbox.siagh.faults.next('saveContact', 'resetAfter')
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    await clock.advance(61_000)
    // This run reads the list, cut as before, and adds its contact to it.
    await succeed(sync.syncIdentity({ id: sandbox.crm.createPerson({ nickName: 'دیگری' }) }))
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    cut.count = undefined
    await clock.advance(61_000)
    await succeed(sync.syncIdentity({ id }))
    expect(sandbox.siagh.contacts()).toHaveLength(1_003)
  })
})

describe('a code that Siagh has given to another contact', () => {
  const replaced = async () => {
    const the = world({ sandbox: { dialect: { uniqueNumbers: 'none' } } })
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

  it.each(['as-written', 'left-out'] as const)(
    'is known by its mark, its name and its numbers before any list has told a RecordId (marks listed: %s)',
    async (tmpidInList) => {
      const { sync, sandbox, clock } = world({ sandbox: { dialect: { uniqueNumbers: 'none', tmpidInList } } })
      const id = sandbox.crm.createPerson(sara)
      const Code = Number((await succeed(sync.syncIdentity({ id }))).siagh?.code)
      await clock.advance(1_000)
      sandbox.siagh.removeContact(Code)
      const stranger = sandbox.siagh.addContact({ Code, Name: 'بیگانه', MobileNo: '09350000001' })
      await clock.advance(1_000)
      sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
      expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'contact_replaced' } })
      const invoice = sandbox.crm.createInvoice({ identityId: id, details: twoLines })
      expect(await sync.syncInvoice({ id: invoice })).toMatchObject({ error: { kind: 'contact_replaced' } })
      expect(sandbox.siagh.contacts().find((row) => row.Code === Code)).toEqual(stranger)
      expect(sandbox.siagh.preInvoices()).toHaveLength(0)
    },
  )

  it('is noticed by the next edit and the next document, however new the list is that is held', async () => {
    const the = world({ sandbox: { dialect: { uniqueNumbers: 'none' } } })
    const { sync, sandbox, clock } = the
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین', AccountPartyCode: 5_500_900 })
    const id = sandbox.crm.createPerson({ ...sara, refId: row.RecordId })
    await succeed(sync.syncIdentity({ id }))
    await clock.advance(1_000)
    sandbox.siagh.removeContact(row.Code)
    const stranger = sandbox.siagh.addContact({ Code: row.Code, Name: 'بیگانه', AccountPartyCode: 5_500_901 })
    await clock.advance(1_000)
    await succeed(sync.start())
    sandbox.crm.updateIdentity(id, { refId: '', email: 'new@example.com' })
    const invoice = sandbox.crm.createInvoice({ identityId: id, details: twoLines })
    await succeed(sync.receive({ kind: 'identity', id, event: 'update' }))
    await succeed(sync.receive({ kind: 'invoice', id: invoice, event: 'insert' }))
    await untilHandled({ sync, clock })
    const { items } = await succeed(sync.failures())
    expect(items.map(({ error }) => error?.kind)).toEqual(['contact_replaced', 'contact_replaced'])
    expect(sandbox.siagh.contacts().find(({ Code }) => Code === row.Code)).toEqual(stranger)
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

describe('a code that Siagh has given to a contact of another identity', () => {
  /** An identity whose contact is gone, and whose code another contact has now. */
  const freed = async () => {
    const the = world({ sandbox: { dialect: { uniqueNumbers: 'none' } } })
    const old = the.sandbox.siagh.addContact({ Name: 'نام پیشین' })
    const one = the.sandbox.crm.createPerson({ ...sara, refId: old.RecordId })
    await succeed(the.sync.syncIdentity({ id: one }))
    await the.clock.advance(1_000)
    the.sandbox.siagh.removeContact(old.Code)
    return { ...the, one, old }
  }

  it.each(['named', 'made'])('is that one, where nobody has anything of the first any more: %s', async (how) => {
    const { sandbox, clock, one, old, ...the } = await freed()
    sandbox.crm.remove(one)
    let row = how === 'named' ? sandbox.siagh.addContact({ Code: old.Code, Name: 'دیگری' }) : undefined
    const again: SiaghClient = {
      ...the.siagh,
      createContact: (...given) =>
        the.siagh.createContact(...given).map(({ code }) => {
          const made = sandbox.siagh.contacts().find(({ Code }) => Code === code)
          sandbox.siagh.removeContact(code)
          row = sandbox.siagh.addContact({ ...made, Code: old.Code })
          return { code: old.Code }
        }),
    }
    const sync = createSync({ ...the, clock, siagh: again, rules: { catchUp: { everyMs: 'never' } } })
    onTestFinished(() => sync.stop())
    await clock.advance(1_000)
    const two = sandbox.crm.createPerson({ ...sara, nickName: 'دیگری', ...(row && { refId: row.RecordId }) })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id: two, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(await succeed(sync.status())).toMatchObject({ failed: 0 })
    expect(await succeed(sync.syncIdentity({ id: two }))).toMatchObject({
      siagh: { code: String(old.Code), recordId: row?.RecordId },
    })
    expect(sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === two).length).toBeLessThanOrEqual(1)
  })

  it('waits for a person as long as the CRM has the first', async () => {
    const { sync, sandbox, clock, old, one } = await freed()
    const row = sandbox.siagh.addContact({ Code: old.Code, Name: 'دیگری' })
    await clock.advance(1_000)
    const two = sandbox.crm.createPerson({ ...sara, nickName: 'دیگری', refId: row.RecordId })
    expect(await sync.syncIdentity({ id: two })).toMatchObject({ error: { kind: 'ambiguous_match' } })
    expect(sandbox.siagh.contacts().find(({ Code }) => Code === old.Code)).toEqual(row)
    sandbox.crm.updateIdentity(one, { email: 'new@example.com' })
    expect(await sync.syncIdentity({ id: one })).toMatchObject({ error: { kind: 'contact_replaced' } })
  })

  it('is that one, where the first has another code now, and keeps its contact', async () => {
    const { sync, sandbox, clock, old, one } = await freed()
    const row = sandbox.siagh.addContact({ Code: old.Code, Name: 'دیگری' })
    const moved = sandbox.siagh.addContact({ Name: 'نام پیشین', RecordId: old.RecordId })
    await clock.advance(1_000)
    const two = sandbox.crm.createPerson({ ...sara, nickName: 'دیگری', refId: row.RecordId })
    expect(await succeed(sync.syncIdentity({ id: two }))).toMatchObject({ siagh: { code: String(old.Code) } })
    sandbox.crm.updateIdentity(one, { email: 'new@example.com' })
    expect(await succeed(sync.syncIdentity({ id: one }))).toMatchObject({ siagh: { code: String(moved.Code) } })
  })
})

describe('a code that is given again before the mapping knows the RecordId of its contact', () => {
  const madeAndReplaced = async () => {
    const the = world({ sandbox: { dialect: { uniqueNumbers: 'none' } } })
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
    const { sync, sandbox, clock } = world({ sandbox: { dialect: { uniqueNumbers: 'none', tmpidInList: 'left-out' } } })
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

  it('is no other one where another run has given it a new name and number between the mapping and the list', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined
    const the = world({
      sandbox: { dialect: { tmpidInList: 'left-out' } },
      store: (store) => ({
        ...store,
        mappings: {
          ...store.mappings,
          get: (key) =>
            store.mappings.get(key).andThen((mapping) => {
              const [write, isIt] = [meanwhile, key.kind === 'identity']
              if (!write || !isIt) return okAsync(mapping)
              meanwhile = undefined
              return ResultAsync.fromSafePromise(write()).map(() => mapping)
            }),
        },
      }),
    })
    const { sync, sandbox, clock } = the
    const other = createSync({ ...the, rules: { catchUp: { everyMs: 'never' } } })
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.syncIdentity({ id }))
    await clock.advance(1_000)
    const invoice = sandbox.crm.createInvoice({ identityId: id, details: twoLines })
    meanwhile = async () => {
      const phoneContacts = [{ phoneNumber: '09350000009', default: true }]
      sandbox.crm.updateIdentity(id, { nickName: 'نامی دیگر', nationalCode: '', phoneContacts })
      const written = await other.syncIdentity({ id })
      await clock.advance(1_000)
      return written
    }
    expect(await succeed(sync.syncInvoice({ id: invoice }))).toMatchObject({ outcome: 'created' })
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ Name: 'نامی دیگر', MobileNo: '09350000009' })
  })
})
