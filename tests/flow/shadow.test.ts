import { importContacts } from '@siagh-sync/first-import'
import { reconcile } from '@siagh-sync/reconcile'
import { describe, expect, it } from 'vitest'
import { sara, succeed, twoLines, untilHandled, world, type World } from './world'
import { expectErr, expectOk } from '../../test-support/results'

const person = (id: string) => ({ kind: 'identity', id }) as const
const invoice = (id: string) => ({ kind: 'invoice', id }) as const

/** Every request to the two servers that is not known to read only. */
function writesOf({ sandbox }: Pick<World, 'sandbox'>): readonly string[] {
  const all = [...sandbox.siagh.requests(), ...sandbox.crm.requests()]
  return all.map(({ operation }) => operation).filter((operation) => /save|create|update|make|delete/i.test(operation))
}

async function shadow(options: Parameters<typeof world>[0] = {}) {
  const the = world({ mode: 'shadow', ...options })
  await succeed(the.sync.start())
  the.deliverTo(the.sync)
  return the
}

const goLive = (the: World) => turnTo(the, { mode: 'live' })

/** The same world with another sync, which has handled what it found. Absent `ways`: those of the world. */
async function turnTo(the: World, ways?: Parameters<World['syncOf']>[1]): Promise<World> {
  await the.sync.stop()
  const sync = the.syncOf('default', ways)
  await succeed(sync.start())
  the.deliverTo(sync)
  await untilHandled({ sync, clock: the.clock })
  return { ...the, sync }
}

describe('a sync in shadow', () => {
  it('notes what it would write, and writes nothing: to Siagh, to the CRM, or as a mapping', async () => {
    const the = await shadow({ rules: { contact: { writeBackRecordId: true }, catchUp: { everyMs: 'never' } } })
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await untilHandled(the)
    the.sandbox.crm.updateIdentity(customer, { email: 'new@example.com' })
    await untilHandled(the)
    expect(writesOf(the)).toEqual([])
    expect((await succeed(the.store.mappings.list('default', {}, { limit: 10 }))).items).toEqual([])
    const { items } = await succeed(the.sync.held({ state: 'shadow' }))
    expect(items).toMatchObject([
      { key: person(customer), write: 'make_contact', fingerprint: '' },
      { key: invoice(id), write: 'none' },
    ])
    expect((await succeed(the.sync.history({ id: customer }))).items[0]).toMatchObject({ outcome: 'shadowed' })
    expect(await succeed(the.sync.status())).toMatchObject({ mode: 'shadow', held: 0, failed: 0 })
  })

  it('says for an existing contact which fields differ, without what stands in them', async () => {
    const the = await shadow()
    const contact = the.sandbox.siagh.addContact({ Name: 'سارا آزمونی', Email: 'old@example.com' })
    const id = the.sandbox.crm.createPerson({ ...sara, refId: contact.RecordId })
    await untilHandled(the)
    const { items } = await succeed(the.sync.held({ state: 'shadow' }))
    expect(items).toMatchObject([{ key: person(id), write: 'change_contact' }])
    expect(items[0]?.fields).toContain('email')
    expect(JSON.stringify(items)).not.toContain('example.com')
    expect(writesOf(the)).toEqual([])
  })

  it('goes on to a document of a customer who is in Siagh, and says what is wrong with it', async () => {
    const the = await shadow()
    const contact = the.sandbox.siagh.addContact({ Name: 'سارا آزمونی' })
    const customer = the.sandbox.crm.createPerson({ ...sara, refId: contact.RecordId, email: '' })
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: [{ ...twoLines[0], count: 0 }] })
    await untilHandled(the)
    expect((await succeed(the.sync.failures())).items).toMatchObject([
      { key: invoice(id), error: { kind: 'invalid_data' } },
    ])
    expect(writesOf(the)).toEqual([])
  })

  it.each(['catch-up', 'reconcile --repair', 'a dry import', 'a call for one record'])(
    'writes nothing by %s',
    async (way) => {
      const live = world({ mode: 'live' })
      const linked = live.sandbox.crm.createPerson(sara)
      await succeed(live.sync.syncIdentity({ id: linked }))
      const the = { ...live, sync: live.syncOf('default', { mode: 'shadow' }) }
      await succeed(the.sync.start())
      live.sandbox.crm.updateIdentity(linked, { email: 'new@example.com' })
      const before = writesOf(the).length
      const id = the.sandbox.crm.createPerson({ firstName: 'بهار', lastName: 'نمونه', nickName: 'بهار نمونه' })
      the.sandbox.siagh.addContact({ Name: 'مخاطب تازه', MobileNo: '09120009999' })
      if (way === 'catch-up') for await (const event of the.sync.catchUp({ since: new Date(0) })) expectOk(event)
      if (way === 'reconcile --repair') for await (const event of reconcile(the.sync, { repair: true })) expectOk(event)
      if (way === 'a dry import') for await (const event of importContacts(the.sync, { dryRun: true })) expectOk(event)
      if (way === 'a call for one record') await succeed(the.sync.syncIdentity({ id }))
      await untilHandled(the)
      expect(writesOf(the)).toHaveLength(before)
    },
  )

  it('refuses an import that is not dry, with what to do', async () => {
    const the = await shadow()
    the.sandbox.siagh.addContact({ Name: 'مخاطب تازه' })
    const events = []
    for await (const event of importContacts(the.sync)) events.push(event)
    expect(expectErr(events.at(-1))).toMatchObject({ kind: 'held', reason: 'shadow' })
    expect(writesOf(the)).toEqual([])
  })

  it('has clients that refuse every write, for whatever asks no gate', async () => {
    const { sync, sandbox } = await shadow()
    const id = sandbox.crm.createPerson(sara)
    const { siagh, crm } = sync.internals
    const newest = expectOk(await crm.getPerson(id))
    const fields = { ...FIELDS, fullname: 'سارا' }
    const answers = [
      await siagh.createContact(fields),
      await siagh.updateContact(1, fields),
      await crm.createPerson(newest),
      await crm.updatePerson(newest),
    ]
    for (const answer of answers) expect(expectErr(answer)).toMatchObject({ kind: 'rejected' })
    expect(writesOf({ sandbox })).toEqual([])
  })
})

const FIELDS = {
  ...{ isactive: true, gender: '', websiteaddress: '', pocode: '', codeostan: '', address: '', codeshahr: '' },
  ...{ countrycode: '', email: '', mobileno: '', telno: '', passno: '', tmpid: '', tozihat: '', taraftype: 0 as const },
}

describe('a code that Siagh has given to a contact of another identity', () => {
  it.each(['in shadow', 'in what is shown of a held write', 'live'])(
    'corrects a mapping only live: %s',
    async (how) => {
      const the = world({ sandbox: { dialect: { uniqueNumbers: 'none' } } })
      const old = the.sandbox.siagh.addContact({ Name: 'نام پیشین' })
      const one = the.sandbox.crm.createPerson({ ...sara, refId: old.RecordId })
      await succeed(the.sync.syncIdentity({ id: one }))
      await the.clock.advance(1_000)
      the.sandbox.siagh.removeContact(old.Code)
      the.sandbox.crm.remove(one)
      const row = the.sandbox.siagh.addContact({ Code: old.Code, Name: 'دیگری' })
      await the.clock.advance(1_000)
      const two = the.sandbox.crm.createPerson({ ...sara, nickName: 'دیگری', refId: row.RecordId })
      const mappings = async () => (await succeed(the.store.mappings.list('default', {}, { limit: 10 }))).items
      const before = await mappings()
      const sync = the.syncOf('default', how === 'in shadow' ? { mode: 'shadow' } : {})
      if (how.includes('shown')) {
        expect(await succeed(sync.showHeld(person(two)))).toMatchObject({ planned: { write: 'change_contact' } })
      } else {
        const outcome = how === 'live' ? 'updated' : 'shadowed'
        expect(await succeed(sync.syncIdentity({ id: two }))).toMatchObject({ outcome })
      }
      expect(before.map(({ key }) => key.id)).toEqual([one])
      if (how === 'live') expect((await mappings()).map(({ key }) => key.id)).toEqual([two])
      else expect(await mappings()).toEqual(before)
    },
  )
})

describe('the first live start after a shadow', () => {
  it('handles again what was noted, and creates nothing without an operator', async () => {
    const the = await shadow()
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await untilHandled(the)
    const live = await goLive(the)
    expect(writesOf(the)).toEqual([])
    expect((await succeed(live.sync.held())).items.map(({ key, waitsFor }) => [key.id, waitsFor])).toEqual([
      [customer, undefined],
      [id, customer],
    ])
    await succeed(live.sync.release(person(customer)))
    await untilHandled(live)
    expect((await succeed(live.sync.held())).items).toMatchObject([{ key: invoice(id), write: 'post_document' }])
    await succeed(live.sync.refuse(invoice(id)))
    const next = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await untilHandled(live)
    expect(the.sandbox.siagh.preInvoices().map(({ remarks }) => remarks.includes(next))).toEqual([true])
  })

  it('changes contacts that exist at once, and forgets the shadow of the rest', async () => {
    const the = await shadow()
    const contact = the.sandbox.siagh.addContact({ Name: 'سارا آزمونی', Email: 'old@example.com' })
    const id = the.sandbox.crm.createPerson({ ...sara, refId: contact.RecordId })
    await untilHandled(the)
    const live = await goLive(the)
    expect(the.sandbox.siagh.contacts().find(({ Code }) => Code === contact.Code)).toMatchObject({
      Email: 'sara@example.com',
    })
    expect(await succeed(the.store.heldChanges.counts('default'))).toEqual([])
    expect((await succeed(live.sync.history({ id }))).items[0]).toMatchObject({ outcome: 'updated' })
  })

  it.each(['failed', 'pending'])('holds a document too whose run in the shadow is %s', async (how) => {
    const the = await shadow({ sandbox: { dialect: { accountParty: 'by-hand' } } })
    const contact = the.sandbox.siagh.addContact({ Name: 'سارا آزمونی' })
    const name = { firstName: 'سارا', lastName: 'آزمونی', nickName: 'سارا آزمونی' }
    const customer = the.sandbox.crm.createPerson({ ...name, refId: contact.RecordId })
    await untilHandled(the)
    if (how === 'pending') await the.sync.stop()
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    if (how === 'failed') {
      await untilHandled(the)
      expect((await succeed(the.sync.failures())).items).toMatchObject([{ error: { kind: 'no_account_party' } }])
    } else await succeed(the.sync.receive({ ...invoice(id), event: 'insert' }))
    // A person makes the account party and types the document meanwhile.
    the.sandbox.siagh.changeContact(contact.Code, { AccountPartyCode: 5_500_777 })
    const live = await goLive(the)
    expect((await succeed(live.sync.held())).items).toMatchObject([{ key: invoice(id), write: 'post_document' }])
    expect(the.sandbox.siagh.preInvoices()).toEqual([])
  })

  it.each(['written', 'refused'] as const)(
    'handles a change that came in shadow to a record that was %s',
    async (state) => {
      const hold = { contacts: 1 }
      const before = await turnTo(world({ hold }))
      const id = before.sandbox.crm.createPerson(sara)
      await untilHandled(before)
      await succeed(state === 'refused' ? before.sync.refuse(person(id)) : before.sync.release(person(id)))
      await untilHandled(before)
      const dark = await turnTo(before, { mode: 'shadow', hold })
      dark.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
      await untilHandled(dark)
      const live = await turnTo(dark, { mode: 'live', hold })
      if (state === 'refused') await succeed(live.sync.release(person(id)))
      await untilHandled(live)
      expect(live.sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toMatchObject([
        { Email: 'new@example.com' },
      ])
    },
  )

  it.each(['in shadow', 'before it'])('holds again what was released %s and not sent', async (when) => {
    const before = await turnTo(world({ hold: 'all' }))
    const id = before.sandbox.crm.createPerson(sara)
    await untilHandled(before)
    if (when === 'before it') {
      await before.sync.stop()
      await succeed(before.sync.release(person(id)))
    }
    const dark = await turnTo(before, { mode: 'shadow', hold: 'all' })
    if (when === 'in shadow') await succeed(dark.sync.release(person(id)))
    await untilHandled(dark)
    const live = await turnTo(dark, { mode: 'live', hold: 'all' })
    expect(writesOf(live)).toEqual([])
    expect((await succeed(live.sync.held())).items).toMatchObject([{ key: person(id), write: 'make_contact' }])
  })

  it('is over once: a second start notes nothing again', async () => {
    const the = await shadow()
    const id = the.sandbox.crm.createPerson(sara)
    await untilHandled(the)
    const live = await goLive(the)
    const runs = async () => (await succeed(live.sync.history({ id }))).items.length
    const before = await runs()
    await live.sync.stop()
    await succeed(live.sync.start())
    await untilHandled(live)
    expect(await runs()).toBe(before)
  })

  it('creates no document without an operator that was given up meanwhile, once its reason is gone', async () => {
    const the = await shadow({ sandbox: { dialect: { accountParty: 'by-hand' } } })
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await untilHandled(the)
    const live = await goLive(the)
    const { fingerprint = '' } = await succeed(live.sync.showHeld(person(customer)))
    await succeed(live.sync.release(person(customer), { seen: fingerprint }))
    await untilHandled(live)
    expect((await succeed(live.sync.failures())).items).toMatchObject([{ error: { kind: 'no_account_party' } }])
    live.sandbox.siagh.giveAccountParty(live.sandbox.siagh.contacts().at(-1)?.Code ?? 0)
    await live.clock.advance(10 * 60_000)
    await untilHandled(live)
    expect(live.sandbox.siagh.preInvoices()).toEqual([])
    expect((await succeed(live.sync.held())).items).toMatchObject([{ key: invoice(id), write: 'post_document' }])
  })

  it('creates no contact without an operator that did not belong in the books for a while', async () => {
    const accept = ({ email = '' }: { readonly email?: string }) => email !== ''
    const the = await shadow({ rules: { contact: { accept } } })
    const id = the.sandbox.crm.createPerson({ ...sara, email: 'sara@example.com' })
    await untilHandled(the)
    const live = await goLive(the)
    expect((await succeed(live.sync.held())).items).toHaveLength(1)
    live.sandbox.crm.updateIdentity(id, { email: '' })
    await untilHandled(live)
    expect((await succeed(live.sync.held())).items).toEqual([])
    live.sandbox.crm.updateIdentity(id, { email: 'again@example.com' })
    await untilHandled(live)
    expect(writesOf(live)).toEqual([])
    expect((await succeed(live.sync.held())).items).toMatchObject([{ key: person(id), write: 'make_contact' }])
  })
})
