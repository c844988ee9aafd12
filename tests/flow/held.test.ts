import { describe, expect, it } from 'vitest'
import type { HoldRule, PlannedWrite } from '@siagh-sync/sync-core'
import { callsTo, sara, succeed, twoLines, untilHandled, world, type World, type WorldOptions } from './world'
import { expectErr, expectOk } from '../../test-support/results'

const WRITES = ['saveContact', 'savePreInvoice']
const writesTo = ({ sandbox }: Pick<World, 'sandbox'>) =>
  WRITES.reduce((sum, operation) => sum + callsTo(sandbox.siagh, operation), 0)

async function held(hold: HoldRule = 'all', options: Omit<WorldOptions, 'hold'> = {}) {
  const the = world({ ...options, hold })
  await succeed(the.sync.start())
  the.deliverTo(the.sync)
  return the
}

/** What is held of each record, in the order of the list. */
async function listOf({ sync }: Pick<World, 'sync'>) {
  const { items } = await succeed(sync.held())
  return items.map(({ key, write, waitsFor }) => [key.kind, key.id, write, ...(waitsFor ? [waitsFor] : [])])
}

const person = (id: string) => ({ kind: 'identity', id }) as const
const invoice = (id: string) => ({ kind: 'invoice', id }) as const

describe('a write that is held', () => {
  it('is not sent, stands in the list, and is counted apart from what is pending or failed', async () => {
    const the = await held()
    const id = the.sandbox.crm.createPerson(sara)
    await untilHandled(the)
    expect(writesTo(the)).toBe(0)
    expect(await listOf(the)).toEqual([['identity', id, 'make_contact']])
    expect(await succeed(the.sync.status())).toMatchObject({ held: 1, pending: 0, failed: 0 })
    expect((await succeed(the.sync.history({ id }))).items[0]).toMatchObject({ error: 'held' })
  })

  it('is sent once when it is released, and then nothing is held', async () => {
    const the = await held()
    const id = the.sandbox.crm.createPerson(sara)
    await untilHandled(the)
    expect(await succeed(the.sync.release(person(id)))).toBe('released')
    expect(await succeed(the.sync.release(person(id)))).toBe('released')
    await untilHandled(the)
    expect(writesTo(the)).toBe(1)
    expect(the.sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
    expect(await succeed(the.sync.status())).toMatchObject({ held: 0, pending: 0, failed: 0 })
    expect(await succeed(the.sync.release(person(id)))).toBe('not_held')
  })

  it('is what a call for one record finds too', async () => {
    const the = world({ hold: 'all' })
    const id = the.sandbox.crm.createPerson(sara)
    expect(expectErr(await the.sync.syncIdentity({ id }))).toMatchObject({ kind: 'held', reason: 'waits' })
    expect(writesTo(the)).toBe(0)
    await succeed(the.sync.release(person(id)))
    expect(await succeed(the.sync.syncIdentity({ id }))).toMatchObject({ outcome: 'created' })
  })

  it('holds back no other record', async () => {
    const the = await held((write) => write.write === 'make_contact' && write.fields.fullname.includes('آزمونی'))
    const waits = the.sandbox.crm.createPerson(sara)
    const other = the.sandbox.crm.createPerson({ firstName: 'بهار', lastName: 'نمونه', nickName: 'بهار نمونه' })
    await untilHandled(the)
    expect(await listOf(the)).toEqual([['identity', waits, 'make_contact']])
    expect(the.sandbox.siagh.contacts().map(({ tmpid }) => tmpid)).toContain(other)
  })

  it('is replaced by a newer state, and only that is sent', async () => {
    const the = await held()
    const id = the.sandbox.crm.createPerson(sara)
    await untilHandled(the)
    const before = (await succeed(the.sync.held())).items[0]?.fingerprint ?? ''
    the.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    await untilHandled(the)
    const { items } = await succeed(the.sync.held())
    expect(items).toHaveLength(1)
    expect(items[0]?.fingerprint).not.toBe(before)
    expect(await succeed(the.sync.release(person(id), { seen: before }))).toBe('changed')
    await succeed(the.sync.release(person(id), { seen: items[0]?.fingerprint ?? '' }))
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id, Email: 'new@example.com' })
  })

  it('that was changed after its release is held again', async () => {
    const the = world({ hold: 'all' })
    const id = the.sandbox.crm.createPerson(sara)
    expectErr(await the.sync.syncIdentity({ id }))
    await succeed(the.sync.release(person(id)))
    the.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    expect(expectErr(await the.sync.syncIdentity({ id }))).toMatchObject({ kind: 'held', reason: 'waits' })
    expect(writesTo(the)).toBe(0)
    expect(await succeed(the.sync.status())).toMatchObject({ held: 1 })
  })

  it('stays held when holding is switched off, and sends nothing by itself', async () => {
    const the = world({ hold: 'all' })
    const id = the.sandbox.crm.createPerson(sara)
    expectErr(await the.sync.syncIdentity({ id }))
    const live = the.syncOf('default', { hold: 'none' })
    expect(expectErr(await live.syncIdentity({ id }))).toMatchObject({ kind: 'held' })
    expect(await succeed(live.releaseAll())).toEqual({ released: 1, waiting: 0, busy: 0 })
    expect(await succeed(live.syncIdentity({ id }))).toMatchObject({ outcome: 'created' })
  })

  it('ends without a write when its record is deleted in the CRM', async () => {
    const the = await held()
    const id = the.sandbox.crm.createPerson(sara)
    await untilHandled(the)
    the.sandbox.crm.remove(id)
    await untilHandled(the)
    expect(await listOf(the)).toEqual([])
    expect(await succeed(the.sync.release(person(id)))).toBe('not_held')
    await untilHandled(the)
    expect([writesTo(the), expectOk(await the.sync.status()).failed]).toEqual([0, 0])
  })

  it('of a record that was deleted after the release sends nothing', async () => {
    const the = world({ hold: 'all' })
    const id = the.sandbox.crm.createPerson(sara)
    await succeed(the.sync.receive({ ...person(id), event: 'insert' }))
    await succeed(the.sync.start())
    await untilHandled(the)
    await the.sync.stop()
    await succeed(the.sync.release(person(id)))
    the.sandbox.crm.remove(id)
    await succeed(the.sync.start())
    await untilHandled(the)
    expect(writesTo(the)).toBe(0)
  })

  it('is busy for an operator while a worker has the record', async () => {
    const the = world({ hold: 'all' })
    const id = the.sandbox.crm.createPerson(sara)
    expectErr(await the.sync.syncIdentity({ id }))
    await succeed(the.store.begin({ company: 'default', ...person(id) }, 60_000))
    expect(expectErr(await the.sync.release(person(id)))).toMatchObject({ kind: 'busy' })
    expect(expectErr(await the.sync.refuse(person(id)))).toMatchObject({ kind: 'busy' })
    expect(await succeed(the.sync.releaseAll())).toEqual({ released: 0, waiting: 0, busy: 1 })
  })
})

describe('a release that was followed by a lost answer', () => {
  it('sends the same contact again only if it is not in Siagh', async () => {
    const the = await held()
    const id = the.sandbox.crm.createPerson(sara)
    await untilHandled(the)
    the.sandbox.siagh.faults.next('saveContact', 'resetAfter')
    await succeed(the.sync.release(person(id)))
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
    expect(await listOf(the)).toEqual([])
  })
})

describe('a refusal', () => {
  it('ends the wait, keeps exactly this content back for ever, and holds a newer state', async () => {
    const the = await held()
    const id = the.sandbox.crm.createPerson(sara)
    await untilHandled(the)
    expect(await succeed(the.sync.refuse(person(id)))).toBe('refused')
    expect(await listOf(the)).toEqual([])
    await succeed(the.sync.receive({ ...person(id), event: 'update' }))
    await untilHandled(the)
    expect([await listOf(the), writesTo(the)]).toEqual([[], 0])
    the.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    await untilHandled(the)
    expect(await listOf(the)).toEqual([['identity', id, 'make_contact']])
    expect(writesTo(the)).toBe(0)
  })

  it('can be taken back', async () => {
    const the = await held()
    const id = the.sandbox.crm.createPerson(sara)
    await untilHandled(the)
    await succeed(the.sync.refuse(person(id)))
    expect(await succeed(the.sync.release(person(id)))).toBe('released')
    await untilHandled(the)
    expect(writesTo(the)).toBe(1)
  })
})

describe('a document whose customer is held', () => {
  async function withInvoice() {
    const the = await held()
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await untilHandled(the)
    return { ...the, customer, id }
  }

  it('says for whom it waits, is held itself when the customer is in Siagh, and is sent when it is released', async () => {
    const { customer, id, ...the } = await withInvoice()
    expect(await listOf(the)).toEqual([
      ['identity', customer, 'make_contact'],
      ['invoice', id, 'post_document', customer],
    ])
    expect(await succeed(the.sync.release(invoice(id)))).toBe('waits_for_customer')
    await succeed(the.sync.release(person(customer)))
    await untilHandled(the)
    expect(await listOf(the)).toEqual([['invoice', id, 'post_document']])
    expect(the.sandbox.siagh.preInvoices()).toHaveLength(0)
    await succeed(the.sync.release(invoice(id)))
    await untilHandled(the)
    expect(the.sandbox.siagh.preInvoices()).toHaveLength(1)
    expect(await succeed(the.sync.status())).toMatchObject({ held: 0, failed: 0, inDoubt: 0 })
  })

  it('is released after its customer when everything is released', async () => {
    const { id, ...the } = await withInvoice()
    expect(await succeed(the.sync.releaseAll())).toEqual({ released: 1, waiting: 1, busy: 0 })
    await untilHandled(the)
    expect(await listOf(the)).toEqual([['invoice', id, 'post_document']])
    expect(await succeed(the.sync.releaseAll())).toEqual({ released: 1, waiting: 0, busy: 0 })
    await untilHandled(the)
    expect(the.sandbox.siagh.preInvoices()).toHaveLength(1)
  })

  it('is noted by the sweep if its customer came in another way', async () => {
    const { customer, id, ...the } = await withInvoice()
    const live = the.syncOf('default', { hold: 'none' })
    await succeed(the.sync.release(person(customer)))
    await the.sync.stop()
    await succeed(live.syncIdentity({ id: customer }))
    await succeed(the.sync.start())
    await the.clock.advance(400_000)
    await untilHandled(the)
    expect(await listOf(the)).toEqual([['invoice', id, 'post_document']])
  })
})

describe('the customer of a held document', () => {
  it('who would not be accepted without it is shown, released, and brought to Siagh with it', async () => {
    const the = await held('all', { rules: { contact: { accept: () => false } } })
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await untilHandled(the)
    const shown = await succeed(the.sync.showHeld(person(customer)))
    expect(shown).toMatchObject({ planned: { write: 'make_contact' }, isChanged: false })
    expect(await succeed(the.sync.release(person(customer), { seen: shown.fingerprint ?? '' }))).toBe('released')
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === customer)).toHaveLength(1)
    expect(await listOf(the)).toEqual([['invoice', id, 'post_document']])
  })
})

describe('a document that waits for a customer who does not come', () => {
  it.each(['is deleted', 'cannot be sent any more'])('stands among the failures when the customer %s', async (how) => {
    const the = await held()
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await untilHandled(the)
    if (how === 'is deleted') the.sandbox.crm.remove(customer)
    else the.sandbox.crm.updateIdentity(customer, { nickName: 'ن'.repeat(300) })
    await untilHandled(the)
    expect(await listOf(the)).toEqual([])
    const { items } = await succeed(the.sync.failures({ kind: 'invoice' }))
    expect(items).toMatchObject([{ key: invoice(id), error: { kind: 'invalid_data' } }])
    expect(writesTo(the)).toBe(0)
  })
})

describe('a held write whose record cannot be sent any more', () => {
  it('is a failure, and is held again when the record is mended', async () => {
    const the = await held()
    const id = the.sandbox.crm.createPerson(sara)
    await untilHandled(the)
    the.sandbox.crm.updateIdentity(id, { nickName: 'ن'.repeat(300) })
    await untilHandled(the)
    expect(await succeed(the.sync.status())).toMatchObject({ held: 0, failed: 1 })
    the.sandbox.crm.updateIdentity(id, { nickName: 'سارا آزمونی' })
    await untilHandled(the)
    expect(await succeed(the.sync.status())).toMatchObject({ held: 1, failed: 0 })
  })
})

describe('the first writes that are held', () => {
  it('are held until so many records were written, and then the rest is written', async () => {
    const the = await held({ contacts: 2 })
    const add = async (name: string) => {
      const id = the.sandbox.crm.createPerson({ firstName: name, lastName: 'نمونه', nickName: `${name} نمونه` })
      await untilHandled(the)
      return id
    }
    const ids = [await add('یک'), await add('دو'), await add('سه')]
    expect(await succeed(the.sync.status())).toMatchObject({ held: 3 })
    await succeed(the.sync.release(person(ids[0] ?? '')))
    await untilHandled(the)
    await add('چهار')
    expect(await succeed(the.sync.status())).toMatchObject({ held: 3 })
    await succeed(the.sync.release(person(ids[1] ?? '')))
    await untilHandled(the)
    const live = await add('پنج')
    expect(the.sandbox.siagh.contacts().map(({ tmpid }) => tmpid)).toContain(live)
    expect(await succeed(the.sync.status())).toMatchObject({ held: 2 })
  })

  it('are of the kind that the rule names', async () => {
    const the = await held({ preInvoices: 1 })
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await untilHandled(the)
    expect(await listOf(the)).toEqual([['invoice', id, 'post_document']])
  })
})

describe('what is shown of a held write', () => {
  it('is exactly what the release sends, with what Siagh has now, and nothing is written by it', async () => {
    const the = world({ hold: 'all' })
    const id = the.sandbox.crm.createPerson(sara)
    const open = the.syncOf('default', { hold: 'none' })
    await succeed(open.syncIdentity({ id }))
    the.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    expectErr(await the.sync.syncIdentity({ id }))
    expect((await succeed(the.sync.held())).items[0]).toMatchObject({ write: 'change_contact', fields: ['email'] })
    const requests = writesTo(the)
    const shown = await succeed(the.sync.showHeld(person(id)))
    expect(shown).toMatchObject({ isChanged: false, planned: { write: 'change_contact' } })
    expect(changesOf(shown.planned)).toEqual([['email', 'sara@example.com', 'new@example.com']])
    expect(writesTo(the)).toBe(requests)
    await succeed(the.sync.release(person(id), { seen: shown.fingerprint ?? '' }))
    expect(await succeed(the.sync.syncIdentity({ id }))).toMatchObject({ outcome: 'updated' })
  })

  it('says that the record has changed since', async () => {
    const the = world({ hold: 'all' })
    const id = the.sandbox.crm.createPerson(sara)
    expectErr(await the.sync.syncIdentity({ id }))
    the.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
    expect(await succeed(the.sync.showHeld(person(id)))).toMatchObject({ isChanged: true })
  })

  it('of a document has its customer, its lines and what the CRM has', async () => {
    const the = world({ hold: 'all' })
    const customer = the.sandbox.crm.createPerson(sara)
    await succeed(the.syncOf('default', { hold: 'none' }).syncIdentity({ id: customer }))
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    expectErr(await the.sync.syncInvoice({ id }))
    const { planned } = await succeed(the.sync.showHeld(invoice(id)))
    const contact = the.sandbox.siagh.contacts().at(-1)
    expect(planned).toMatchObject({
      write: 'post_document',
      preInvoice: { contactCode: contact?.Code, lines: [{ productCode: '500102014' }, { productCode: '500102020' }] },
      document: { crmId: id },
    })
  })

  it('of a document whose customer is held leaves the customer as it is', async () => {
    const the = world({ hold: 'all' })
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    expectErr(await the.sync.syncInvoice({ id }))
    await succeed(the.sync.refuse(person(customer)))
    const shown = await succeed(the.sync.showHeld(invoice(id)))
    expect(shown).toMatchObject({ held: { waitsFor: customer } })
    expect(await succeed(the.sync.held({ state: 'refused' }))).toMatchObject({ items: [{ key: person(customer) }] })
    expect(writesTo(the)).toBe(0)
  })
})

function changesOf(planned: PlannedWrite | undefined) {
  if (planned?.write !== 'change_contact') return []
  const { fields, before } = planned
  return Object.entries(fields).flatMap(([name, value]) => {
    const old: unknown = Reflect.get(before, name)
    return old === value ? [] : [[name, old, value]]
  })
}

describe('the refId in the CRM', () => {
  it('is held like any other write, and the contact is linked meanwhile', async () => {
    const the = await held('all', { rules: { contact: { writeBackRecordId: true }, catchUp: { everyMs: 'never' } } })
    const id = the.sandbox.crm.createPerson(sara)
    await untilHandled(the)
    await succeed(the.sync.release(person(id)))
    await untilHandled(the)
    expect(await listOf(the)).toEqual([['identity', id, 'write_ref_id']])
    expect(callsTo(the.sandbox.crm, 'personUpdate')).toBe(0)
    await succeed(the.sync.release(person(id)))
    await untilHandled(the)
    expect(callsTo(the.sandbox.crm, 'personUpdate')).toBe(1)
    expect(await listOf(the)).toEqual([])
  })
})

describe('a document in doubt', () => {
  it('is asked about as ever, and its release counts for the verdict that it was not created', async () => {
    const the = await held((write) => write.write === 'post_document')
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await untilHandled(the)
    the.sandbox.siagh.faults.next('savePreInvoice', 'resetAfter')
    await succeed(the.sync.release(invoice(id)))
    await untilHandled(the)
    expect(await succeed(the.sync.status())).toMatchObject({ held: 0, inDoubt: 1 })
    const [posted] = the.sandbox.siagh.preInvoices()
    const found = { created: { code: posted?.code ?? '', number: posted?.number ?? '' } }
    expect(await succeed(the.sync.settleInDoubt(invoice(id), found))).toBe('settled')
    await untilHandled(the)
    expect(await succeed(the.sync.status())).toMatchObject({ held: 0, inDoubt: 0, failed: 0 })
    expect(the.sandbox.siagh.preInvoices()).toHaveLength(1)
    expect(await succeed(the.store.heldChanges.counts('default'))).toEqual([])
  })
})

describe('a rule that holds', () => {
  it.each([[{ contacts: -1 }], [{ contacts: 1.5 }], [{ invoices: 1 }], ['some'], [7], [[]]])(
    'must be one: %j is refused at once',
    (hold) => {
      expect(() => world({ hold: hold as HoldRule })).toThrow(/`hold` must be/)
    },
  )

  it('that answers neither yes nor no sends nothing', async () => {
    const the = world({ hold: Reflect.get({ hold: () => 'yes' }, 'hold') as HoldRule })
    const id = the.sandbox.crm.createPerson(sara)
    expect(expectErr(await the.sync.syncIdentity({ id }))).toMatchObject({ kind: 'defect' })
    expect(writesTo(the)).toBe(0)
  })
})

describe('a write that a function of the rules makes different each time', () => {
  const unstable = () => {
    let count = 0
    return { preInvoice: { saleKind: () => (count += 1) } }
  }

  it('is never sent, and says why from the second time on', async () => {
    const the = world({ hold: (write) => write.write === 'post_document', rules: unstable() })
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    const first = expectErr(await the.sync.syncInvoice({ id }))
    expect(first).toMatchObject({ kind: 'held', reason: 'waits', saying: { code: 'held_waits' } })
    for (let release = 1; release <= 3; release += 1) {
      expect(await succeed(the.sync.release(invoice(id)))).toBe('released')
      const again = expectErr(await the.sync.syncInvoice({ id }))
      expect(again).toMatchObject({ kind: 'held', reason: 'waits', saying: { code: 'held_again' } })
    }
    expect(callsTo(the.sandbox.siagh, 'savePreInvoice')).toBe(0)
    expect(await succeed(the.sync.showHeld(invoice(id)))).toMatchObject({ isChanged: true, isUnstable: true })
  })

  it('is told apart from one whose record was changed', async () => {
    const the = world({ hold: (write) => write.write === 'post_document' })
    const customer = the.sandbox.crm.createPerson(sara)
    const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    expectErr(await the.sync.syncInvoice({ id }))
    expect(await succeed(the.sync.showHeld(invoice(id)))).toMatchObject({ isChanged: false, isUnstable: false })
    the.sandbox.crm.updateDocument(id, { details: twoLines.slice(0, 1) })
    expect(await succeed(the.sync.showHeld(invoice(id)))).toMatchObject({ isChanged: true, isUnstable: false })
  })
})
