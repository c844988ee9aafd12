import { describe, expect, it } from 'vitest'
import { prefixed } from '@siagh-sync/sync-core'
import { callsTo, sara, world } from './world'
import { expectErr, expectOk } from '../../test-support/results'

describe('matching an identity with a contact', () => {
  it('links the contact whose RecordId stands in refId, whatever its case', async () => {
    const { sync, sandbox } = world()
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین' })
    const id = sandbox.crm.createPerson({ ...sara, refId: row.RecordId.toUpperCase() })
    expect(expectOk(await sync.syncIdentity({ id }))).toMatchObject({
      outcome: 'updated',
      siagh: { code: String(row.Code), recordId: row.RecordId },
    })
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ Code: row.Code, Name: 'سارا آزمونی' })
  })

  it('links the contact whose Code is the customer number, in Persian digits too', async () => {
    const { sync, sandbox } = world()
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین' })
    const inPersian = String(row.Code).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)))
    const id = sandbox.crm.createPerson({ ...sara, customerNumber: inPersian })
    expect(expectOk(await sync.syncIdentity({ id })).siagh?.code).toBe(String(row.Code))
  })

  it('reads customer numbers as the rules say', async () => {
    const { sync, sandbox } = world({ rules: { customerNumber: prefixed({ prefix: '100-', offset: 1000 }) } })
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین' })
    const id = sandbox.crm.createPerson({ ...sara, customerNumber: `100-${row.Code + 1000}` })
    expect(expectOk(await sync.syncIdentity({ id })).siagh?.code).toBe(String(row.Code))
  })

  it('prefers refId to the customer number', async () => {
    const { sync, sandbox } = world()
    const byRefId = sandbox.siagh.addContact({ Name: 'یک' })
    const byNumber = sandbox.siagh.addContact({ Name: 'دو' })
    const id = sandbox.crm.createPerson({ ...sara, refId: byRefId.RecordId, customerNumber: String(byNumber.Code) })
    expect(expectOk(await sync.syncIdentity({ id })).siagh?.code).toBe(String(byRefId.Code))
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ Name: 'دو' })
  })

  it('never takes one of the users of Siagh for a customer', async () => {
    const { sync, sandbox } = world()
    const admin = sandbox.siagh.contacts().find(({ IsAdminUser }) => IsAdminUser)
    const id = sandbox.crm.createPerson({ ...sara, customerNumber: String(admin?.Code) })
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('created')
    expect(sandbox.siagh.contacts().find(({ Code }) => Code === admin?.Code)).toEqual(admin)
  })

  it('writes nothing for a contact that is found equal', async () => {
    const { sync, sandbox } = world()
    const row = sandbox.siagh.addContact({ Name: 'سارا آزمونی', tmpid: 'A-1', NationalCode: '0012345679' })
    const id = sandbox.crm.createPerson({ nickName: 'سارا آزمونی', refId: row.RecordId })
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('linked')
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(0)
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('unchanged')
  })

  it.each([' x', 'x\n', '{x}'])('reads refId past what people type around it: %j', async (typed) => {
    const { sync, sandbox } = world()
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین' })
    const id = sandbox.crm.createPerson({ ...sara, refId: typed.replace('x', row.RecordId) })
    expect(expectOk(await sync.syncIdentity({ id })).siagh?.code).toBe(String(row.Code))
  })

  it('knows its own contact again by its mark after the store was lost', async () => {
    const first = world()
    const id = first.sandbox.crm.createPerson(sara)
    const { siagh } = expectOk(await first.sync.syncIdentity({ id }))
    const again = first.syncOf('the same company with an empty store')
    expect(expectOk(await again.syncIdentity({ id }))).toMatchObject({
      outcome: 'linked',
      siagh: { code: siagh?.code },
    })
  })

  it('leaves it to a person when two contacts carry its mark', async () => {
    const { sync, sandbox } = world()
    const id = sandbox.crm.createPerson(sara)
    const one = sandbox.siagh.addContact({ Name: 'یک', tmpid: id })
    const two = sandbox.siagh.addContact({ Name: 'دو', tmpid: id })
    const count = sandbox.siagh.contacts().length
    expect(expectErr(await sync.syncIdentity({ id }))).toMatchObject({
      kind: 'ambiguous_match',
      candidates: [
        { code: String(one.Code), recordId: one.RecordId },
        { code: String(two.Code), recordId: two.RecordId },
      ],
    })
    expect(sandbox.siagh.contacts()).toHaveLength(count)
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(0)
  })

  it('does not give one contact to two identities, even when both ask at once', async () => {
    const { sync, sandbox } = world()
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین' })
    const ids = ['یک', 'دو'].map((nickName) => sandbox.crm.createPerson({ nickName, refId: row.RecordId }))
    const ends = await Promise.all(ids.map((id) => sync.syncIdentity({ id })))
    const [winner] = ends.filter((end) => end.isOk())
    const [loser] = ends.filter((end) => end.isErr())
    expect(expectOk(winner)).toMatchObject({ outcome: 'updated' })
    expect(expectErr(loser)).toMatchObject({
      kind: 'ambiguous_match',
      candidates: [{ code: String(row.Code) }],
    })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(1)
  })
})

describe('an identity whose contact was deleted in Siagh', () => {
  const deletedContact = async () => {
    const the = world()
    const id = the.sandbox.crm.createPerson(sara)
    const { siagh } = expectOk(await the.sync.syncIdentity({ id }))
    the.sandbox.siagh.removeContact(Number(siagh?.code))
    await the.clock.advance(61_000)
    return { ...the, id }
  }

  it('is not made anew: the error says what a person can do', async () => {
    const { sync, sandbox, clock, id } = await deletedContact()
    sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    // A list that lags behind would not show a new contact yet.
    expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    await clock.advance(360_000)
    const error = expectErr(await sync.syncIdentity({ id }))
    expect(error).toMatchObject({ kind: 'not_found', system: 'siagh' })
    expect(error.message).toContain('refId')
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(1)
  })

  it('is linked to the contact that a person has named in refId', async () => {
    const { sync, sandbox, id } = await deletedContact()
    const kept = sandbox.siagh.addContact({ Name: 'سارا آزمونی' })
    sandbox.crm.updateIdentity(id, { refId: kept.RecordId, email: 'new@example.com' })
    expect(expectOk(await sync.syncIdentity({ id }))).toMatchObject({
      outcome: 'updated',
      siagh: { code: String(kept.Code) },
    })
  })
})
