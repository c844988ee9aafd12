import { describe, expect, it } from 'vitest'
import { createSync } from '@siagh-sync/sync-core'
import { callsTo, sara, succeed, untilHandled, world } from './world'
import { expectErr, expectOk } from '../../test-support/results'

describe('an identity that Siagh does not have', () => {
  it('becomes a contact that carries its id', async () => {
    const { sync, sandbox } = world()
    const id = sandbox.crm.createPerson(sara)
    const outcome = expectOk(await sync.syncIdentity({ id }))
    const contact = sandbox.siagh.contacts().at(-1)
    expect(outcome).toEqual({
      kind: 'identity',
      id,
      outcome: 'created',
      warnings: [],
      siagh: { code: String(contact?.Code) },
    })
    expect(contact).toMatchObject({
      Name: 'سارا آزمونی',
      MobileNo: '09120001234',
      TelNo: '02188000012',
      NationalCode: '0012345679',
      TowardType: false,
      tmpid: id,
    })
  })

  it('is asked for as both types where the sender does not tell', async () => {
    const { sync, sandbox } = world()
    const id = sandbox.crm.createOrganization({ nickName: 'شرکت آزمون' })
    await succeed(sync.syncIdentity({ id }))
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ Name: 'شرکت آزمون', TowardType: true })
    const [entry] = expectOk(await sync.history()).items
    expect(entry?.calls).toEqual(['crm.getPerson', 'crm.getOrganization', 'siagh.getAllUsers', 'siagh.createContact'])
  })

  it('is not asked for as the other type where the sender was right', async () => {
    const { sync, sandbox } = world()
    const id = sandbox.crm.createOrganization({ nickName: 'شرکت آزمون' })
    await succeed(sync.syncIdentity({ id, type: 'organization' }))
    expect(callsTo(sandbox.crm, 'personGet')).toBe(0)
  })

  it('is found although the sender named the wrong type', async () => {
    const { sync, sandbox } = world()
    const id = sandbox.crm.createOrganization({ nickName: 'شرکت آزمون' })
    expect(expectOk(await sync.syncIdentity({ id, type: 'person' })).outcome).toBe('created')
  })

  it.each([404, 400, 'null', 500] as const)('is found where the CRM answers %s for the wrong type', async (answer) => {
    const { sync, sandbox } = world({ sandbox: { dialect: { missingId: answer } } })
    const id = sandbox.crm.createOrganization({ nickName: 'شرکت آزمون' })
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('created')
  })

  it('shares one reading of the contact list with a burst of others', async () => {
    const { sync, sandbox } = world()
    const ids = Array.from({ length: 20 }, (_, index) => sandbox.crm.createPerson({ nickName: `نام ${index}` }))
    const outcomes = await Promise.all(ids.map((id) => sync.syncIdentity({ id })))
    expect(outcomes.map((outcome) => expectOk(outcome).outcome)).toEqual(ids.map(() => 'created'))
    expect(callsTo(sandbox.siagh, 'getAll')).toBe(1)
    expect(sandbox.siagh.contacts().filter(({ tmpid }) => ids.includes(tmpid ?? ''))).toHaveLength(20)
  })

  it('whose mobile number Siagh already has is refused with the reason, and leaves nothing behind', async () => {
    const { sync, sandbox, store } = world()
    sandbox.siagh.addContact({ Name: 'کسی دیگر', MobileNo: '09120001234' })
    const count = sandbox.siagh.contacts().length
    const id = sandbox.crm.createPerson(sara)
    const error = expectErr(await sync.syncIdentity({ id }))
    expect(error).toMatchObject({
      kind: 'rejected',
      system: 'siagh',
      reasons: [{ message: 'شماره موبایل نمی تواند تکراری باشد.' }],
    })
    expect(sandbox.siagh.contacts()).toHaveLength(count)
    expect(expectOk(await store.mappings.get({ company: 'default', kind: 'identity', id }))).toBeNull()
  })
})

describe('an identity that Siagh has', () => {
  it('and that did not change costs one call and no write', async () => {
    const { sync, sandbox } = world()
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.syncIdentity({ id }))
    const before = sandbox.siagh.requests().length
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('unchanged')
    expect(sandbox.siagh.requests().length).toBe(before)
    const [latest] = expectOk(await sync.history()).items
    expect(latest?.calls).toEqual(['crm.getPerson'])
  })

  it('is written with what changed in the CRM, and keeps what the CRM does not own', async () => {
    const { sync, sandbox, clock } = world()
    const id = sandbox.crm.createPerson(sara)
    const code = Number(expectOk(await sync.syncIdentity({ id })).siagh?.code)
    const typedInSiagh = {
      CityCode: '21',
      CountryCode: '98',
      Gender: '2',
      GeographicCode: '8',
      Address: 'نشانی حسابداری',
    }
    sandbox.siagh.changeContact(code, typedInSiagh)
    await clock.advance(61_000)

    sandbox.crm.updateIdentity(id, { email: 'sara.new@example.com' })
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('updated')
    const contact = sandbox.siagh.contacts().find(({ Code }) => Code === code)
    expect(contact).toMatchObject({
      ...typedInSiagh,
      Email: 'sara.new@example.com',
      MobileNo: '09120001234',
      tmpid: id,
    })
  })

  it('loses a text that the CRM gave and took back', async () => {
    const { sync, sandbox, clock } = world()
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.syncIdentity({ id }))
    await clock.advance(61_000)
    sandbox.crm.updateIdentity(id, { email: '' })
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('updated')
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id, Email: '', MobileNo: '09120001234' })
  })

  it('stays switched off in Siagh when it is edited in the CRM', async () => {
    const { sync, sandbox, clock } = world()
    const id = sandbox.crm.createPerson(sara)
    const code = Number(expectOk(await sync.syncIdentity({ id })).siagh?.code)
    sandbox.siagh.changeContact(code, { IsActive: false })
    await clock.advance(61_000)
    sandbox.crm.updateIdentity(id, { email: 'other@example.com' })
    await succeed(sync.syncIdentity({ id }))
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ IsActive: false, Email: 'other@example.com' })
  })

  it('keeps the mark of another writer', async () => {
    const { sync, sandbox } = world()
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین', tmpid: 'A-17' })
    const id = sandbox.crm.createPerson({ ...sara, refId: row.RecordId })
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('updated')
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ Name: 'سارا آزمونی', tmpid: 'A-17' })
  })
})

describe('an identity that is deleted in the CRM', () => {
  it('leaves its contact alone', async () => {
    const { sync, sandbox } = world()
    const id = sandbox.crm.createPerson(sara)
    const { siagh } = expectOk(await sync.syncIdentity({ id }))
    sandbox.crm.remove(id)
    expect(expectOk(await sync.syncIdentity({ id }))).toMatchObject({ outcome: 'gone', siagh })
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ IsActive: true })
  })

  it.each([
    ['a person', 'true-is-organization'],
    ['a person', 'true-is-person'],
    ['an organization', 'true-is-organization'],
    ['an organization', 'true-is-person'],
  ] as const)(
    'has its contact switched off where the rules say so, once, and nothing else is touched: %s, where TowardType %s',
    async (type, towardType) => {
      const { sync, sandbox, clock } = world({
        rules: { contact: { onDelete: 'deactivate' } },
        sandbox: { dialect: { towardType } },
      })
      const id =
        type === 'a person'
          ? sandbox.crm.createPerson(sara)
          : sandbox.crm.createOrganization({ nickName: 'شرکت نمونه' })
      await succeed(sync.syncIdentity({ id }))
      await clock.advance(10 * 60_000)
      const before = sandbox.siagh.contacts().at(-1)
      sandbox.crm.remove(id)
      const gone = expectOk(await sync.syncIdentity({ id }))
      expect(gone).toMatchObject({ outcome: 'gone', warnings: ['contact_deactivated'] })
      expect(sandbox.siagh.contacts().at(-1)).toEqual({ ...before, IsActive: false })

      const writes = callsTo(sandbox.siagh, 'saveContact')
      expect(expectOk(await sync.syncIdentity({ id }))).toMatchObject({ outcome: 'gone', warnings: [] })
      expect(callsTo(sandbox.siagh, 'saveContact')).toBe(writes)
    },
  )

  it('is switched on again when it comes back', async () => {
    const { sync, sandbox } = world({ rules: { contact: { onDelete: 'deactivate' } } })
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.syncIdentity({ id }))
    sandbox.crm.remove(id)
    await succeed(sync.syncIdentity({ id }))
    sandbox.crm.createPerson({ ...sara, crmId: id })
    expect(expectOk(await sync.syncIdentity({ id })).outcome).toBe('updated')
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id, IsActive: true })
  })

  it('and never was in Siagh comes to nothing', async () => {
    const { sync, clock } = world()
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id: '2b1f0c6e-0000-4000-8000-00000000dead', event: 'delete' }))
    await untilHandled({ sync, clock })
    const [entry] = expectOk(await sync.history()).items
    expect(entry).toMatchObject({ outcome: 'gone', warnings: [] })
    expect(entry).not.toHaveProperty('siagh')
  })
})

describe('the write-back of RecordId', () => {
  it('fills an empty refId once the contact list shows the RecordId, and its echo writes nothing', async () => {
    const { sync, sandbox, clock, deliverTo } = world({ rules: { contact: { writeBackRecordId: true } } })
    deliverTo(sync)
    await succeed(sync.start())
    const id = sandbox.crm.createPerson(sara)
    await sandbox.crm.webhooks.idle()
    await untilHandled({ sync, clock }, 120_000)
    await sandbox.crm.webhooks.idle()
    await untilHandled({ sync, clock })

    const contact = sandbox.siagh.contacts().at(-1)
    expect(sandbox.crm.identities()[0]).toMatchObject({ crmId: id, refId: contact?.RecordId })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(1)
    expect(callsTo(sandbox.crm, 'personUpdate')).toBe(1)
    expect(callsTo(sandbox.siagh, 'getAll')).toBe(2)
  })

  it('is done once where the CRM does not keep it', async () => {
    const here = world({ sandbox: { contacts: 0 } })
    const { siagh, store, queue, clock, sandbox } = here
    const getPerson: typeof here.crm.getPerson = (...call) =>
      here.crm.getPerson(...call).map(({ refId: _, ...person }) => person)
    const rules = { contact: { writeBackRecordId: true }, catchUp: { everyMs: 'never' } } as const
    const sync = createSync({ crm: { ...here.crm, getPerson }, siagh, store, queue, clock, rules })
    here.deliverTo(sync)
    await succeed(sync.start())
    const id = sandbox.crm.createPerson(sara)
    await untilHandled({ sync, clock }, 120_000)
    for (let turn = 0; turn < 20; turn += 1) {
      await sandbox.crm.webhooks.idle()
      await clock.advance(2_000)
    }
    await sync.stop()
    expect(callsTo(sandbox.crm, 'personUpdate')).toBe(1)
    expect((await succeed(sync.history({ id }))).items[0]?.warnings).toEqual(['record_id_not_written_back'])
  })

  it('leaves a refId alone that names something else', async () => {
    const { sync, sandbox } = world({ rules: { contact: { writeBackRecordId: true } } })
    const id = sandbox.crm.createPerson({ ...sara, refId: 'SHOP-17' })
    await succeed(sync.syncIdentity({ id }))
    expect(callsTo(sandbox.crm, 'personUpdate')).toBe(0)
    expect(expectOk(await sync.status()).pending).toBe(0)
  })
})
