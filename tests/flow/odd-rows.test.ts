import { describe, expect, it } from 'vitest'
import { callsTo, onlyFailure, sara, succeed, twoLines, untilHandled, world } from './world'

const oddRows = [null, 7, 'text', [], {}, { Code: 'x', RecordId: null }] as const

describe("rows of Siagh's list that are none", () => {
  it.each(oddRows)('stop nobody else: %j', async (row) => {
    const { sync, sandbox, clock, logger } = world()
    sandbox.siagh.addOddRow(row)
    const id = sandbox.crm.createPerson(sara)
    const invoice = sandbox.crm.createInvoice({ identityId: id, details: twoLines })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await succeed(sync.receive({ kind: 'invoice', id: invoice, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    expect(await succeed(sync.status())).toMatchObject({ failed: 0, away: [], unreadableContacts: 1 })
    const told = logger.lines.filter(({ message }) => message.includes('cannot be read'))
    expect(told).toMatchObject([{ level: 'warn', fields: { count: 1, rows: [{ row: 1 }] } }])
  })
})

describe('a record that needs a row that cannot be read', () => {
  /** A mapped contact whose row has lost a field that every row has. */
  async function broken() {
    const the = world({ sandbox: { dialect: { uniqueNumbers: 'none' } } })
    const id = the.sandbox.crm.createPerson(sara)
    await succeed(the.sync.syncIdentity({ id }))
    await the.clock.advance(61_000)
    the.sandbox.crm.updateIdentity(id, { description: 'نخست' })
    const { siagh } = await succeed(the.sync.syncIdentity({ id }))
    const Code = Number(siagh?.code)
    const row = the.sandbox.siagh.contacts().find((contact) => contact.Code === Code)
    the.sandbox.siagh.removeContact(Code)
    await the.clock.advance(61_000)
    the.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    return { ...the, id, row }
  }

  it.each(['with its ids', 'without an id'])(
    'fails with that reason, and nothing is made or written: %s',
    async (which) => {
      const { sync, sandbox, id, row } = await broken()
      sandbox.siagh.addOddRow(which === 'with its ids' ? { ...row, IsActive: 'yes' } : null)
      const writes = callsTo(sandbox.siagh, 'saveContact')
      expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'contact_unreadable' } })
      const invoice = sandbox.crm.createInvoice({ identityId: id, details: twoLines })
      expect(await sync.syncInvoice({ id: invoice })).toMatchObject({ error: { kind: 'contact_unreadable' } })
      expect(callsTo(sandbox.siagh, 'saveContact')).toBe(writes)
      expect(sandbox.siagh.preInvoices()).toHaveLength(0)
    },
  )

  it.each(['refId', 'customerNumber'])('is not made anew where its %s names the row', async (way) => {
    const { sync, sandbox, row } = await broken()
    sandbox.siagh.addOddRow({ ...row, TowardType: null })
    const named = way === 'refId' ? { refId: row?.RecordId ?? '' } : { customerNumber: String(row?.Code) }
    const other = sandbox.crm.createPerson({ nickName: 'کسی', ...named })
    const writes = callsTo(sandbox.siagh, 'saveContact')
    expect(await sync.syncIdentity({ id: other })).toMatchObject({ error: { kind: 'contact_unreadable' } })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(writes)
  })

  it('is not made a second time where the row may be the contact whose making was interrupted', async () => {
    const { sync, sandbox, clock } = world({ sandbox: { dialect: { uniqueNumbers: 'none' } } })
    const id = sandbox.crm.createPerson(sara)
    sandbox.siagh.faults.next('saveContact', 'resetAfter')
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    const made = sandbox.siagh.contacts().at(-1)
    sandbox.siagh.removeContact(made?.Code ?? 0)
    sandbox.siagh.addOddRow({ ...made, IsActive: null })
    await clock.advance(61_000)
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'contact_unreadable' } })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(1)
  })

  it.each([null, 7, { Name: 'کسی' }])(
    'is made where %j was in the list before the making was interrupted',
    async (row) => {
      const rules = { contactListLagMs: 0 }
      const { sync, sandbox, clock } = world({ sandbox: { dialect: { uniqueNumbers: 'none' } }, rules })
      sandbox.siagh.addOddRow(row)
      const id = sandbox.crm.createPerson(sara)
      sandbox.siagh.faults.next('saveContact', 'resetBefore')
      expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
      await clock.advance(61_000)
      expect(await succeed(sync.syncIdentity({ id }))).toMatchObject({ outcome: 'created' })
      expect(sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
    },
  )

  it('is handled again by itself when the row can be read', async () => {
    const { sync, sandbox, clock, id, row } = await broken()
    sandbox.siagh.addOddRow({ ...row, IsActive: 'yes' })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'update' }))
    await untilHandled({ sync, clock })
    expect(await onlyFailure(sync)).toMatchObject({ error: { kind: 'contact_unreadable' } })
    sandbox.siagh.addContact(row ?? {})
    await clock.advance(600_000)
    await untilHandled({ sync, clock })
    expect(await succeed(sync.status())).toMatchObject({ failed: 0, pending: 0 })
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ Email: 'new@example.com' })
  })
})
