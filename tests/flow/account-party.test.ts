import { describe, expect, it } from 'vitest'
import type { RulesInput } from '@siagh-sync/sync-core'
import { callsTo, onlyFailure, sara, succeed, twoLines, untilHandled, world } from './world'
import { expectErr } from '../../test-support/results'

function withInvoice(options: { accountParty?: 'with-contact' | 'by-hand' | 'never'; rules?: RulesInput } = {}) {
  const { accountParty = 'with-contact', rules } = options
  const the = world({ sandbox: { dialect: { accountParty } }, ...(rules && { rules }) })
  const customer = the.sandbox.crm.createPerson(sara)
  const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
  const contact = () => the.sandbox.siagh.contacts().find(({ tmpid }) => tmpid === customer)
  return { ...the, customer, id, contact }
}

describe('the customer of a pre-invoice', () => {
  it('is named by the code of the contact and the code of its account party', async () => {
    const { sync, sandbox, id, contact } = withInvoice()
    await succeed(sync.syncInvoice({ id }))
    const [posted] = sandbox.siagh.preInvoices()
    expect(posted?.header).toMatchObject({
      codecontact: String(contact()?.Code),
      codemoshtari: String(contact()?.AccountPartyCode),
    })
    expect(posted?.header['codecontact']).not.toBe(posted?.header['codemoshtari'])
  })

  it('is named by its contact alone where the rule says so', async () => {
    const { sync, sandbox, id, contact } = withInvoice({
      accountParty: 'never',
      rules: { preInvoice: { customer: 'contact' } },
    })
    await succeed(sync.syncInvoice({ id }))
    expect(sandbox.siagh.preInvoices()[0]?.header).toMatchObject({
      codecontact: '',
      codemoshtari: String(contact()?.Code),
    })
  })

  it('is named by a function of the row that Siagh lists', async () => {
    const customer = ({ Code, RecordId }: { Code: number; RecordId: string }) => ({
      contactCode: Code,
      customerCode: RecordId === '' ? 1 : 5_500_777,
    })
    const {
      sync,
      sandbox,
      id,
      customer: person,
      contact,
    } = withInvoice({
      accountParty: 'by-hand',
      rules: { preInvoice: { customer } },
    })
    await succeed(sync.syncIdentity({ id: person }))
    sandbox.siagh.changeContact(contact()?.Code ?? 0, { AccountPartyCode: 5_500_777 })
    await succeed(sync.syncInvoice({ id }))
    expect(sandbox.siagh.preInvoices()[0]?.header).toMatchObject({ codemoshtari: '5500777' })
  })

  it.each([0, -1, 1.5, NaN])('is no code that a function makes up: %d', async (customerCode) => {
    const { sync, sandbox, id } = withInvoice({ rules: { preInvoice: { customer: () => ({ customerCode }) } } })
    expect(await sync.syncInvoice({ id })).toMatchObject({
      error: { kind: 'invalid_data', issues: [{ path: 'rules.preInvoice.customer.customerCode' }] },
    })
    expect(callsTo(sandbox.siagh, 'savePreInvoice')).toBe(0)
  })
})

describe('an account party that was changed in Siagh', () => {
  it.each([
    ['to another one', 5_500_999, '5500999'],
    ['to none', null, undefined],
  ])('%s is the one of the next document, however new the list is that is held', async (_how, party, sent) => {
    const { sync, sandbox, clock, id, customer, contact } = withInvoice()
    await succeed(sync.syncInvoice({ id }))
    await clock.advance(5_000)
    // It may be the account party of a company with several contacts.
    sandbox.siagh.addContact({ Name: 'شرکت', AccountPartyCode: 5_500_999 })
    sandbox.siagh.changeContact(contact()?.Code ?? 0, { AccountPartyCode: party })
    await clock.advance(1_000)
    const next = sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    const posted = await sync.syncInvoice({ id: next })
    expect(posted).toMatchObject(sent ? { value: { outcome: 'created' } } : { error: { kind: 'no_account_party' } })
    expect(sandbox.siagh.preInvoices()[1]?.header['codemoshtari']).toBe(sent)
  })
})

describe('a customer whose contact is written while the list is on its way', () => {
  it('is an account party still, where the list shows no marks', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined
    const fetchOfSiagh: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init)
      const work = (input instanceof Request ? input.url : input.toString()).endsWith('/GetAll') ? meanwhile : undefined
      if (work) meanwhile = undefined
      await work?.()
      return answer
    }
    const { sync, sandbox } = world({ sandbox: { dialect: { tmpidInList: 'left-out' } }, fetchOfSiagh })
    const customer = sandbox.crm.createPerson(sara)
    await succeed(sync.syncIdentity({ id: customer }))
    const id = sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    meanwhile = () => {
      sandbox.crm.updateIdentity(customer, { nickName: 'نام دیگر', phoneContacts: [{ phoneNumber: '09120009999' }] })
      return succeed(sync.syncIdentity({ id: customer }))
    }
    expect(await sync.syncInvoice({ id })).toMatchObject({ value: { outcome: 'created' } })
    expect(meanwhile).toBeUndefined()
  })
})

describe('a customer that is no account party', () => {
  it.each([null, 0])(
    'fails by its own kind and sends nothing, even where another party has the code of the contact: %s',
    async (party) => {
      const { sync, sandbox, id, customer, contact } = withInvoice({ accountParty: 'by-hand' })
      await succeed(sync.syncIdentity({ id: customer }))
      const { Code = 0 } = contact() ?? {}
      sandbox.siagh.changeContact(Code, { AccountPartyCode: party })
      sandbox.siagh.addContact({ Name: 'شرکتی دیگر', AccountPartyCode: Code })
      const error = expectErr(await sync.syncInvoice({ id }))
      expect(error).toMatchObject({ kind: 'no_account_party', contact: { code: String(Code) } })
      expect(error.message).toContain('account party')
      expect(callsTo(sandbox.siagh, 'savePreInvoice')).toBe(0)
    },
  )

  it('is seen to be one at once, without a restart and without a wait', async () => {
    const { sync, sandbox, clock, id, contact } = withInvoice({ accountParty: 'by-hand' })
    expect(await sync.syncInvoice({ id })).toMatchObject({ error: { kind: 'no_account_party' } })
    await clock.advance(1_000)
    sandbox.siagh.giveAccountParty(contact()?.Code ?? 0)
    expect(await succeed(sync.syncInvoice({ id }))).toMatchObject({ outcome: 'created' })
  })

  const failedDocuments = async () => {
    const the = world({ sandbox: { dialect: { accountParty: 'by-hand' } } })
    const customers = Array.from({ length: 5 }, (_, place) =>
      the.sandbox.crm.createPerson({ ...sara, nickName: `شخص ${place}`, phoneContacts: [] }),
    )
    await succeed(the.sync.start())
    for (const identityId of customers) {
      const id = the.sandbox.crm.createInvoice({ identityId, details: twoLines })
      await succeed(the.sync.receive({ kind: 'invoice', id, event: 'insert' }))
    }
    await untilHandled(the)
    const failures = await succeed(the.sync.failures({ error: 'no_account_party' }))
    expect(failures.items).toHaveLength(5)
    const giveAll = () => the.sandbox.siagh.contacts().forEach(({ Code }) => the.sandbox.siagh.giveAccountParty(Code))
    return { ...the, giveAll }
  }

  it('can be retried as a group, with few readings of the list', async () => {
    const { sync, sandbox, clock, giveAll } = await failedDocuments()
    giveAll()
    await clock.advance(1_000)
    const before = callsTo(sandbox.siagh, 'getAll')
    expect(await succeed(sync.retryAll({ error: 'no_account_party' }))).toEqual({ retried: 5 })
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(5)
    expect(callsTo(sandbox.siagh, 'getAll') - before).toBeLessThanOrEqual(2)
    expect(await succeed(sync.status())).toMatchObject({ failed: 0, pending: 0 })
  })

  it('is posted to by a retry right after it became one, although the list was read a moment before', async () => {
    const { sync, sandbox, clock, giveAll } = await failedDocuments()
    await clock.advance(120_000)
    await succeed(sync.retryAll({}))
    await untilHandled({ sync, clock })
    expect(await succeed(sync.status())).toMatchObject({ failed: 5 })
    await clock.advance(1)
    giveAll()
    await succeed(sync.retryAll({}))
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(5)
  })

  it('is posted to by itself, some minutes after it became one', async () => {
    const { sync, sandbox, clock, giveAll } = await failedDocuments()
    await clock.advance(900_000)
    expect(await succeed(sync.status())).toMatchObject({ failed: 5 })
    giveAll()
    await clock.advance(600_000)
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.preInvoices()).toHaveLength(5)
    expect(await succeed(sync.status())).toMatchObject({ failed: 0, pending: 0 })
  })

  it('is shown to the operator with the contact to correct', async () => {
    const { sync, clock, id, contact } = withInvoice({ accountParty: 'by-hand' })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'invoice', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    const failure = await onlyFailure(sync)
    expect(failure?.error?.details).toEqual([`contact ${contact()?.Code} (${contact()?.RecordId})`])
  })
})
