import { reconcile, type Drift, type ReconcileOptions, type ReconcileReport } from '@siagh-sync/reconcile'
import { createSync, type Store, type Sync } from '@siagh-sync/sync-core'
import { ok } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { callsTo, sara, succeed, twoLines, untilHandled, world, type World, type WorldOptions } from './world'
import { expectOk } from '../../test-support/results'

/** Compares both systems and returns what was found. */
async function reconciled(sync: Sync, options: ReconcileOptions = {}) {
  const drifts: Drift[] = []
  let report: ReconcileReport | undefined
  for await (const step of reconcile(sync, options)) {
    const event = expectOk(step)
    if (event.kind === 'drift') drifts.push(event.drift)
    if (event.kind === 'finished') report = event.report
  }
  if (!report) throw new Error('there was no last event')
  return { drifts, report }
}

const people = [
  { ...sara, nickName: 'سارا آزمونی' },
  { nickName: 'علی نمونه', nationalCode: '0499370899', phoneContacts: [{ phoneNumber: '09121112233' }] },
  { nickName: 'مینا کاظمي', phoneContacts: [{ phoneNumber: '۰۹۱۲۳۳۳۴۴۵۵' }], description: 'مشتری قدیمی' },
]

/** A world in which both sides are equal: three persons and an organization. */
async function clean(options: WorldOptions = {}) {
  const here = world({ ...options, sandbox: { contacts: 0, ...options.sandbox } })
  const { sandbox, sync, clock } = here
  const ids = people.map((person) => sandbox.crm.createPerson(person))
  ids.push(sandbox.crm.createOrganization({ nickName: 'شرکت نمونه', customerNumber: 'C-77' }))
  for (const id of ids) await succeed(sync.syncIdentity({ id }))
  await clock.advance(120_000)
  const rowOf = (id: string | undefined) => {
    const row = sandbox.siagh.contacts().find(({ tmpid }) => tmpid === id)
    if (!row) throw new Error('it has no contact')
    return row
  }
  const idsOf = (id: string | undefined) => ({ code: String(rowOf(id).Code), recordId: rowOf(id).RecordId })
  return { ...here, ids, rowOf, idsOf, id: (index: number) => ids[index] ?? '' }
}

const identity = (id: string) => ({ kind: 'identity', id }) as const
const pending = async ({ sync }: Pick<World, 'sync'>) => (await succeed(sync.status())).pending

describe('two sides that are equal', () => {
  it('show no drift, and cost no call for a single record', async () => {
    const { sync, sandbox } = await clean()
    const before = callsTo(sandbox.crm, 'personGet')
    const { drifts, report } = await reconciled(sync)
    expect(drifts).toEqual([])
    expect(report).toEqual({ complete: true, contacts: 4, identities: 4, compared: 4, drift: {}, repaired: 0 })
    expect(callsTo(sandbox.crm, 'personGet')).toBe(before)
  })

  it('are equal though Siagh shows a text in other letters and digits', async () => {
    const { sync, sandbox, id, rowOf } = await clean()
    sandbox.siagh.changeContact(rowOf(id(2)).Code, { Name: 'مينا كاظمي', MobileNo: '۰۹۱۲۳۳۳۴۴۵۵' })
    expect((await reconciled(sync)).drifts).toEqual([])
  })

  it('that were never synced are equal where each names the other', async () => {
    const { sync, sandbox } = world({ sandbox: { contacts: 0 } })
    const { RecordId } = sandbox.siagh.addContact({ Name: 'کسی' })
    sandbox.crm.createPerson({ nickName: 'کسی', refId: RecordId })
    expect(await reconciled(sync)).toMatchObject({ drifts: [], report: { compared: 1 } })
  })

  it('are equal where the CRM refuses find', async () => {
    const { sync, sandbox } = await clean()
    for (const operation of ['personFind', 'organizationFind'] as const)
      sandbox.crm.faults.set('refusal', { operation })
    expect(await reconciled(sync)).toMatchObject({ drifts: [], report: { identities: 4, compared: 4 } })
  })
})

describe('drift', () => {
  it('of an identity that was deleted in the CRM is reported, and a repair handles it once', async () => {
    const the = await clean({ rules: { contact: { onDelete: 'deactivate' }, catchUp: { everyMs: 'never' } } })
    const { sync, sandbox, id, idsOf, rowOf } = the
    sandbox.crm.remove(id(1))
    const drift = { kind: 'identity_gone', record: identity(id(1)), siagh: { code: idsOf(id(1)).code } }
    expect((await reconciled(sync)).drifts).toMatchObject([{ ...drift, repaired: false }])
    expect(await pending(the)).toBe(0)
    expect((await reconciled(sync, { repair: true })).drifts).toMatchObject([{ ...drift, repaired: true }])
    await succeed(sync.start())
    await untilHandled(the)
    expect(rowOf(id(1)).IsActive).toBe(false)
    expect((await reconciled(sync, { repair: true })).drifts).toMatchObject([{ ...drift, repaired: false }])
  })

  it('of a contact that was deleted in Siagh is reported', async () => {
    const { sync, sandbox, id, rowOf } = await clean()
    const { Code } = rowOf(id(0))
    sandbox.siagh.removeContact(Code)
    const { drifts, report } = await reconciled(sync, { repair: true })
    expect(drifts).toEqual([
      { kind: 'contact_gone', record: identity(id(0)), siagh: { code: String(Code) }, repaired: false },
    ])
    expect(report).toMatchObject({ drift: { contact_gone: 1 }, repaired: 0 })
  })

  it('of a pair that is gone on both sides is none', async () => {
    const { sync, sandbox, id, rowOf } = await clean()
    sandbox.siagh.removeContact(rowOf(id(0)).Code)
    sandbox.crm.remove(id(0))
    expect((await reconciled(sync)).drifts).toEqual([])
  })

  it('of an identity that Siagh lacks is reported, and a repair brings it there', async () => {
    const the = await clean()
    const lost = the.sandbox.crm.createOrganization({ nickName: 'شرکت گمشده' })
    const record = identity(lost)
    const drift = { kind: 'only_in_crm', record, type: 'organization', name: 'شرکت گمشده', candidates: [] }
    expect((await reconciled(the.sync)).drifts).toEqual([{ ...drift, repaired: false }])
    expect(await pending(the)).toBe(0)
    const { drifts, report } = await reconciled(the.sync, { repair: true })
    expect(drifts).toEqual([{ ...drift, repaired: true }])
    expect(report).toMatchObject({ drift: { only_in_crm: 1 }, repaired: 1 })
    await succeed(the.sync.start())
    await untilHandled(the)
    expect(the.rowOf(lost)).toMatchObject({ Name: 'شرکت گمشده' })
    await the.clock.advance(120_000)
    expect((await reconciled(the.sync)).drifts).toEqual([])
  })

  it('of an identity that looks like an unlinked contact is reported with that contact, and a repair leaves it to a person', async () => {
    const the = await clean()
    const { Code } = the.sandbox.siagh.addContact({ Name: 'نسرين آزموني', MobileNo: '۰۹۱۲ ۰۰۰ ۹۹۸۸' })
    const phoneContacts = [{ phoneNumber: '+989120009988', default: true }]
    const alike = the.sandbox.crm.createPerson({ nickName: 'نسرین آزمونی', phoneContacts })
    const { drifts, report } = await reconciled(the.sync, { repair: true })
    const candidates = [expect.objectContaining({ code: String(Code) })]
    expect(drifts).toContainEqual(
      expect.objectContaining({ kind: 'only_in_crm', record: identity(alike), candidates, repaired: false }),
    )
    expect(report.repaired).toBe(0)
    expect(await pending(the)).toBe(0)
  })

  it('of a contact that the CRM lacks is reported, without the users of Siagh and inactive contacts', async () => {
    const { sync, sandbox } = await clean()
    const { Code, RecordId } = sandbox.siagh.addContact({ Name: 'مشتری حضوری' })
    sandbox.siagh.addContact({ Name: 'مدیر', IsAdminUser: true })
    sandbox.siagh.addContact({ Name: 'قدیمی', IsActive: false })
    expect((await reconciled(sync)).drifts).toEqual([
      {
        kind: 'only_in_siagh',
        siagh: { code: String(Code), recordId: RecordId },
        name: 'مشتری حضوری',
        repaired: false,
      },
    ])
  })

  it('of fields that changed in the CRM names them and not what is in them, and a repair writes them', async () => {
    const the = await clean()
    const { sync, sandbox, id, idsOf, rowOf } = the
    sandbox.crm.updateIdentity(id(0), { email: 'secret@example.com', nationalCode: '' })
    const drift = { kind: 'fields_differ', record: identity(id(0)), siagh: idsOf(id(0)), fields: ['email', 'passno'] }
    const { drifts } = await reconciled(sync, { repair: true })
    expect(drifts).toEqual([{ ...drift, repaired: true }])
    expect(JSON.stringify(drifts)).not.toContain('secret')
    await succeed(sync.start())
    await untilHandled(the)
    expect(rowOf(id(0))).toMatchObject({ Email: 'secret@example.com', NationalCode: '' })
    await the.clock.advance(120_000)
    expect((await reconciled(sync)).drifts).toEqual([])
  })

  it('of fields that were changed only in Siagh is reported, and left to a person', async () => {
    const { sync, sandbox, id, rowOf } = await clean()
    sandbox.siagh.changeContact(rowOf(id(1)).Code, { Address: 'تهران', MobileNo: '09120000000' })
    const { drifts } = await reconciled(sync, { repair: true })
    expect(drifts).toMatchObject([{ kind: 'fields_differ', fields: ['mobileno'], repaired: false }])
  })

  it('of documents in doubt is reported until an operator settles it', async () => {
    const the = await clean()
    const invoice = the.sandbox.crm.createInvoice({ identityId: the.id(0), details: twoLines })
    the.sandbox.siagh.faults.next('savePreInvoice', 'resetAfter')
    expect(await the.sync.syncInvoice({ id: invoice })).toMatchObject({ error: { kind: 'in_doubt' } })
    const doubt = { kind: 'in_doubt', record: { kind: 'invoice', id: invoice }, repaired: false }
    expect((await reconciled(the.sync)).drifts).toEqual([doubt])
    await the.clock.advance(70_000)
    await succeed(the.sync.settleInDoubt({ kind: 'invoice', id: invoice }, 'not-created'))
    expect((await reconciled(the.sync)).drifts).toEqual([])
  })

  it('of duplicates is reported for both systems', async () => {
    const { sync, sandbox, store } = await clean({ sandbox: { dialect: { uniqueNumbers: 'none' } } })
    const same = { nationalCode: '0499370899', refId: 'ABC' }
    const phones = [{ phoneNumber: '+98 912 777 8899' }]
    const one = sandbox.crm.createPerson({ nickName: 'یک', ...same, phoneContacts: phones })
    const two = sandbox.crm.createPerson({ nickName: 'دو', ...same, refId: 'abc', phoneContacts: phones })
    for (const id of [one, two]) await succeed(sync.syncIdentity({ id }))
    for (const id of [one, two]) sandbox.crm.updateIdentity(id, { customerNumber: '500' })
    const { Code } = sandbox.siagh.contacts().find(({ tmpid }) => tmpid === one) ?? { Code: 0 }
    const copy = sandbox.siagh.addContact({ Name: 'یک', tmpid: one })
    const { drifts } = await reconciled(sync)
    expect(await succeed(store.mappings.findByCode('default', 'contact', String(copy.Code)))).toBeNull()
    const byOf = (kind: Drift['kind']) =>
      drifts.flatMap((drift) => (drift.kind === kind && 'by' in drift ? [drift.by] : []))
    expect(byOf('duplicate_identities')).toEqual(['refId', 'customerNumber', 'nationalCode', 'mobile'])
    expect(byOf('duplicate_contacts')).toEqual(['tmpid', 'nationalCode', 'mobile'])
    expect(drifts).toContainEqual({
      kind: 'duplicate_contacts',
      by: 'tmpid',
      contacts: [
        { code: String(Code), recordId: expect.any(String) as string },
        { code: String(copy.Code), recordId: copy.RecordId },
      ],
      repaired: false,
    })
    expect(drifts).toContainEqual({
      kind: 'duplicate_identities',
      by: 'mobile',
      records: [identity(one), identity(two)],
      repaired: false,
    })
  })
})

describe('what a sync has in hand', () => {
  it('is no drift: a change that waits in the inbox', async () => {
    const { sync, sandbox, id } = await clean()
    const made = sandbox.crm.createPerson({ nickName: 'تازه' })
    sandbox.crm.updateIdentity(id(0), { email: 'new@example.com' })
    sandbox.crm.remove(id(1))
    for (const each of [made, id(0), id(1)]) await succeed(sync.receive({ ...identity(each), event: 'update' }))
    expect((await reconciled(sync)).drifts).toEqual([])
  })

  it('is no drift: a contact whose making was interrupted', async () => {
    const { sync, sandbox } = await clean()
    const made = sandbox.crm.createPerson({ nickName: 'نیمه‌کاره' })
    sandbox.siagh.faults.next('saveContact', 'resetAfter')
    expect(await sync.syncIdentity({ id: made })).toMatchObject({ error: { kind: 'outcome_unknown' } })
    expect((await reconciled(sync)).drifts).toEqual([])
  })

  it('of a failure that waits for a person is reported, and not noted again', async () => {
    const the = await clean()
    const id = the.sandbox.crm.createPerson({ nickName: 'نام '.repeat(200) })
    await succeed(the.sync.receive({ ...identity(id), event: 'insert' }))
    await succeed(the.sync.start())
    await untilHandled(the)
    expect((await reconciled(the.sync, { repair: true })).drifts).toMatchObject([
      { kind: 'only_in_crm', repaired: false },
    ])
    expect(await succeed(the.sync.status())).toMatchObject({ pending: 0, failed: 1 })
  })

  it('is no drift: what a sync has written since the contacts were read', async () => {
    const here = await clean()
    const { crm, sandbox, siagh, store, queue, logger, clock, sync, id } = here
    sandbox.crm.updateIdentity(id(0), { email: 'new@example.com' })
    const made = sandbox.crm.createPerson({ nickName: 'تازه' })
    const read: Store['inbox']['read'] = (key) =>
      sync
        .syncIdentity({ id: key.id })
        .orElse(() => ok(undefined))
        .andThen(() => store.inbox.read(key))
    const busyStore = { ...store, inbox: { ...store.inbox, read } }
    const other = createSync({ crm, siagh, store: busyStore, queue, logger, clock })
    expect((await reconciled(other)).drifts).toEqual([])
    expect(here.rowOf(made)).toMatchObject({ Name: 'تازه' })
    expect(here.rowOf(id(0))).toMatchObject({ Email: 'new@example.com' })
  })

  it('is no drift: what is made, changed and deleted between the two readings', async () => {
    const here = await clean()
    const { sandbox, siagh, store, queue, logger, clock, sync, id } = here
    const find: World['crm']['find'] = (kind, query) =>
      here.crm.find(kind, query).map(async (page) => {
        if (kind !== 'person' || query.pageSize === 1) return page
        // The contacts have been read by now, and this page is on its way.
        const made = sandbox.crm.createOrganization({ nickName: 'در راه' })
        sandbox.crm.updateIdentity(id(0), { email: 'new@example.com' })
        sandbox.crm.remove(id(3))
        for (const each of [made, id(0)]) await succeed(sync.syncIdentity({ id: each }))
        siaghRemoves()
        return expectOk(await here.crm.find(kind, query))
      })
    const siaghRemoves = () => sandbox.siagh.removeContact(here.rowOf(id(3)).Code)
    const other = createSync({ crm: { ...here.crm, find }, siagh, store, queue, logger, clock })
    expect((await reconciled(other)).drifts).toEqual([])
  })
})

it('does not take an identity for deleted that the CRM lists and cannot show', async () => {
  const the = await clean({ rules: { contact: { onDelete: 'deactivate' }, catchUp: { everyMs: 'never' } } })
  the.sandbox.crm.updateIdentity(the.id(0), { email: 'new@example.com' })
  the.sandbox.crm.faults.set('error500', { operation: 'personGet' })
  expect((await reconciled(the.sync, { repair: true })).drifts).toEqual([])
  expect(await pending(the)).toBe(0)
})

it('ends at once when it is stopped, and says that it is not complete', async () => {
  const { sync, sandbox } = await clean()
  sandbox.crm.createPerson({ nickName: 'گمشده' })
  const ending = new AbortController()
  ending.abort()
  const { drifts, report } = await reconciled(sync, { signal: ending.signal })
  expect(drifts).toEqual([])
  expect(report.complete).toBe(false)
})

it('tells a server that is away as its last word', async () => {
  const { sync, sandbox } = await clean()
  sandbox.siagh.faults.set('away')
  const errors: string[] = []
  for await (const step of reconcile(sync)) if (step.isErr()) errors.push(step.error.kind)
  expect(errors).toEqual(['unavailable'])
})
