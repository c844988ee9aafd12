import { sampleSite } from '@siagh-sync/sandbox'
import { createSync, isOfType, SITE_RULES, toPreInvoice as ourPreInvoice, type RulesInput } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { expectErr, expectOk } from '../../test-support/results'
import { callsTo, onlyFailure, sara, succeed, twoLines, untilHandled, world } from './world'

/** A world whose rules leave these out, with one document in its CRM. */
function worldWithout(...names: readonly (typeof SITE_RULES)[number][]) {
  const the = withInvoice({})
  const said = Object.entries(sampleSite.rules.preInvoice).filter(([rule]) => !names.some((name) => name === rule))
  const { crm, siagh, store, queue, clock } = the
  const rules: RulesInput = { preInvoice: Object.fromEntries(said) }
  return { ...the, sync: createSync({ crm, siagh, store, queue, clock, rules }) }
}

function withInvoice(rules: RulesInput, fields: object = {}) {
  const the = world({ rules })
  const identityId = the.sandbox.crm.createPerson(sara)
  const id = the.sandbox.crm.createInvoice({ identityId, details: twoLines, crmObjectTypeCode: 'PI_5', ...fields })
  return { ...the, identityId, id }
}

describe('while the site has not said a rule of its pre-invoices', () => {
  it.each(SITE_RULES)('a document is refused, and nothing is written to Siagh: %s', async (name) => {
    const { sync, sandbox, id } = worldWithout(name)
    const error = expectErr(await sync.syncInvoice({ id }))
    expect(error).toMatchObject({
      kind: 'invalid_data',
      message: 'The invoice cannot go to Siagh: 1 rule of the configuration must be set or corrected',
      issues: [{ path: `rules.preInvoice.${name}`, saying: { code: 'rule_not_set' } }],
    })
    expect([callsTo(sandbox.siagh, 'savePreInvoice'), callsTo(sandbox.siagh, 'saveContact')]).toEqual([0, 0])
  })

  it('contacts go to Siagh as usual', async () => {
    const { sync, sandbox, identityId } = worldWithout(...SITE_RULES)
    expect(expectOk(await sync.syncIdentity({ id: identityId })).outcome).toBe('created')
    expect(sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: identityId })
  })
})

describe('a document that was refused because of a rule', () => {
  const { saleKind: _saleKind, ...withoutKind } = sampleSite.rules.preInvoice
  const rulesOf = (preInvoice: RulesInput['preInvoice']): RulesInput => ({ ...(preInvoice && { preInvoice }) })

  it.each<[string, RulesInput, RulesInput, object?]>([
    ['is not set', rulesOf(withoutKind), rulesOf({ ...withoutKind, saleKind: 2 })],
    [
      'lacks its type',
      rulesOf({ ...withoutKind, saleKind: { OTHER: 1 } }),
      rulesOf({ ...withoutKind, saleKind: { OTHER: 1, default: 2 } }),
    ],
    [
      'has to choose the reading',
      rulesOf(sampleSite.rules.preInvoice),
      rulesOf({ ...sampleSite.rules.preInvoice, totals: { discount: 'on-top' } }),
      { discount: 10_000, finalValue: undefined },
    ],
  ])('goes by itself after a restart with the rule that %s', async (_what, before, after, fields = {}) => {
    const the = withInvoice({}, fields)
    const { crm, siagh, store, queue, clock, sandbox, id } = the
    const start = async (rules: RulesInput) => {
      const sync = createSync({ crm, siagh, store, queue, clock, rules })
      await succeed(sync.start())
      await untilHandled({ sync, clock })
      return sync
    }
    const first = await start(before)
    await succeed(first.receive({ kind: 'invoice', id, event: 'insert' }))
    await untilHandled({ sync: first, clock })
    await first.stop()
    const again = await start(before)
    expect(await onlyFailure(again)).toMatchObject({ key: { id }, error: { kind: 'invalid_data' } })
    await again.stop()
    expect(sandbox.siagh.preInvoices()).toEqual([])
    const mended = await start(after)
    expect((await succeed(mended.failures())).items).toEqual([])
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    await mended.stop()
  })
})

describe('a rule that is a table by type code', () => {
  const saleKind = { 'فروش رسمی': 2, 'فروش غیررسمی': 1 }

  it('gives the value of the type, in the spelling of the CRM', async () => {
    const { sync, sandbox, id } = withInvoice({ preInvoice: { saleKind } }, { crmObjectTypeCode: 'فروش\u200Cرسمي' })
    expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('created')
    expect(sandbox.siagh.preInvoices()[0]?.header['codenoeeforush']).toBe('2')
  })

  it('refuses a type that it does not name', async () => {
    const { sync, sandbox, id } = withInvoice({ preInvoice: { saleKind } })
    expect(expectErr(await sync.syncInvoice({ id }))).toMatchObject({
      kind: 'invalid_data',
      issues: [{ path: 'rules.preInvoice.saleKind', saying: { code: 'rule_lacks_type', params: { type: 'PI_5' } } }],
    })
    expect(sandbox.siagh.preInvoices()).toEqual([])
  })
})

describe('a document whose type is changed in the CRM', () => {
  const saleKind = { 'QUOTE-OFFICIAL': 2, PI_5: 1 }

  it('is posted by its newest type', async () => {
    const { sync, sandbox, id } = withInvoice({ preInvoice: { saleKind } }, { crmObjectTypeCode: 'NEW' })
    expectErr(await sync.syncInvoice({ id }))
    sandbox.crm.updateDocument(id, { crmObjectTypeCode: 'QUOTE-OFFICIAL' })
    expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('created')
    expect(sandbox.siagh.preInvoices().map(({ header }) => header['codenoeeforush'])).toEqual(['2'])
  })

  it('is not posted again', async () => {
    const { sync, sandbox, id } = withInvoice({ preInvoice: { saleKind } })
    expectOk(await sync.syncInvoice({ id }))
    sandbox.crm.updateDocument(id, { crmObjectTypeCode: 'QUOTE-OFFICIAL' })
    expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('changed-after-posting')
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
  })
})

describe('a document that the CRM shows as another kind', () => {
  it.each([
    ['a receipt', 9],
    ['a purchase invoice', 15],
    ['a sales return', 17],
    ['a sales quote', 8],
  ])('never becomes a pre-invoice, by webhook or by hand: %s', async (_what, crmObjectTypeIndex) => {
    const { sync, sandbox, clock, id } = withInvoice({}, { crmObjectTypeIndex })
    expect(expectErr(await sync.syncInvoice({ id }))).toMatchObject({
      kind: 'invalid_data',
      issues: [{ path: 'crmObjectTypeIndex', saying: { code: 'document_of_other_kind' } }],
    })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'invoice', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(await onlyFailure(sync)).toMatchObject({ key: { id }, error: { kind: 'invalid_data' } })
    expect(callsTo(sandbox.siagh, 'savePreInvoice')).toBe(0)
  })

  it('never becomes a pre-invoice by a mapping of the site either', async () => {
    const toPreInvoice: RulesInput['toPreInvoice'] = (...given) => ourPreInvoice(...given)
    const { sync, sandbox, id } = withInvoice({ toPreInvoice }, { crmObjectTypeIndex: 15 })
    expect(expectErr(await sync.syncInvoice({ id }))).toMatchObject({ kind: 'invalid_data' })
    expect(sandbox.siagh.preInvoices()).toEqual([])
  })

  it('is skipped where the rules do not accept it', async () => {
    const { sync, id } = withInvoice({ preInvoice: { accept: isOfType('QUOTE') } }, { crmObjectTypeIndex: 9 })
    expect(expectOk(await sync.syncInvoice({ id })).outcome).toBe('skipped')
  })
})

describe('a rule that answers a promise', () => {
  // As from a file in JavaScript, where no compiler looks.
  const late = Reflect.get({ late: () => Promise.reject(new Error('too late')) }, 'late') as never

  it.each([
    ...SITE_RULES.map((name) => ({ preInvoice: { [name]: late } })),
    { preInvoice: { accept: late } },
    { preInvoice: { maybePosted: late } },
    { preInvoice: { customer: late } },
    { contact: { accept: late } },
    { customerNumber: { decode: late, encode: late } },
    { toContact: late },
    { toPreInvoice: late },
  ])('sends nothing of the record, and its rejection does not end the process: %o', async (rules) => {
    const { sync, sandbox, id } = withInvoice(rules)
    if ('customerNumber' in rules || 'contact' in rules) {
      const customer = sandbox.crm.createPerson({ ...sara, customerNumber: '7' })
      expect((await sync.syncIdentity({ id: customer })).isErr()).toBe(true)
      expect(callsTo(sandbox.siagh, 'saveContact')).toBe(0)
      return
    }
    expect((await sync.syncInvoice({ id })).isErr()).toBe(true)
    expect(callsTo(sandbox.siagh, 'savePreInvoice')).toBe(0)
  })
})
