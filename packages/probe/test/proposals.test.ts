import type { Sandbox } from '@siagh-sync/sandbox'
import { prefixed, type CustomerNumberCodec } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { answerTo, filledSandbox, probeOf } from './probed'

/** Identities of the CRM that are contacts of Siagh, by their names, with the customer numbers that `numberOf` makes. */
function withNumbers(numberOf: (code: number, at: number) => string, count = 8): Sandbox {
  const sandbox = filledSandbox()
  const { siagh, crm } = sandbox
  const rows = siagh.contacts().filter(({ Name, IsAdminUser, TowardType }) => Name && !IsAdminUser && !TowardType)
  rows.slice(0, count).forEach(({ Name, Code, RecordId }, at) => {
    crm.createPerson({ nickName: Name ?? '', refId: RecordId, customerNumber: numberOf(Code, at) })
  })
  return sandbox
}

const other = (sandbox: Sandbox, code: number) => {
  const codes = sandbox.siagh.contacts().flatMap((row) => (row.IsAdminUser || row.Code === code ? [] : [row.Code]))
  return codes[(code * 7) % codes.length] ?? 0
}

describe('customer numbers', () => {
  it.each<[string, (code: number, at: number) => string, CustomerNumberCodec | undefined, string, unknown]>([
    ['that are the code', (code) => String(code), undefined, 'holds: customer_numbers', undefined],
    [
      'in Persian digits',
      (code) => code.toLocaleString('fa-IR', { useGrouping: false }),
      undefined,
      'holds: customer_numbers',
      undefined,
    ],
    [
      'with a prefix',
      (code) => `M${code}`,
      undefined,
      'differs: other_scheme',
      { is: 'prefixed', prefix: 'M', offset: 0 },
    ],
    [
      'with an offset',
      (code) => String(code + 5_000),
      undefined,
      'differs: other_scheme',
      { is: 'prefixed', prefix: '', offset: 5_000 },
    ],
    [
      'with both',
      (code) => `100-${code + 1_000}`,
      undefined,
      'differs: other_scheme',
      { is: 'prefixed', prefix: '100-', offset: 1_000 },
    ],
    [
      'that the rule reads already',
      (code) => `M${code}`,
      prefixed({ prefix: 'M', offset: 0 }),
      'holds: customer_numbers',
      undefined,
    ],
    ['that mean nothing', (_code, at) => `x${at * 977}`, undefined, 'unseen: customer_numbers', undefined],
  ])('%s', async (_what, numberOf, customerNumber, expected, value) => {
    const report = await probeOf(withNumbers(numberOf), customerNumber ? { customerNumber } : {})
    expect(answerTo(report, 'customer_number')).toBe(expected)
    expect(report.proposals.find(({ path }) => path === 'customerNumber')?.value).toEqual(value)
    expect(report.proposals.filter(({ path }) => path === 'matchOrder')).toEqual([])
  })

  it('that name other contacts: they are left out of the match, before one contact becomes another', async () => {
    const sandbox = withNumbers(() => '')
    for (const { crmId, refId } of sandbox.crm.identities()) {
      const row = sandbox.siagh.contacts().find(({ RecordId }) => RecordId === refId)
      if (row) sandbox.crm.updateIdentity(crmId, { customerNumber: String(other(sandbox, row.Code)) })
    }
    const report = await probeOf(sandbox)
    expect(answerTo(report, 'customer_number')).toBe('differs: customer_numbers')
    expect(report.proposals).toMatchObject([{ path: 'matchOrder', value: { is: 'data', data: ['refId'] } }])
  })

  it('of two identities only: too few for a proposal', async () => {
    const report = await probeOf(withNumbers((code) => `M${code}`, 2))
    expect(answerTo(report, 'customer_number')).toBe('unseen: customer_numbers')
    expect(report.proposals).toEqual([])
  })
})

describe('refId', () => {
  const MARK = '2b1f0c6e-0000-4000-8000-00000000abcd'
  it.each([
    ['a RecordId', (recordId: string) => recordId.toUpperCase(), 'holds'],
    ['a tmpid', () => MARK, 'differs'],
    ['a GUID of nobody', () => '99999999-0000-4000-8000-000000000009', 'differs'],
    ['a word', () => 'old system 7', 'holds'],
  ] as const)('that holds %s', async (what, refIdOf, verdict) => {
    const sandbox = filledSandbox()
    const { RecordId } = sandbox.siagh.addContact({ Name: 'نمونه', tmpid: MARK })
    sandbox.crm.createPerson({ nickName: 'نمونه', refId: refIdOf(RecordId) })
    const report = await probeOf(sandbox)
    expect(answerTo(report, 'ref_id')).toBe(`${verdict}: ref_ids`)
    expect(report.refIds).toEqual({
      recordIds: Number(what === 'a RecordId'),
      tmpids: Number(what === 'a tmpid'),
      unknown: Number(what === 'a GUID of nobody'),
      texts: Number(what === 'a word'),
    })
  })
})

const line = {
  productCode: '1',
  count: 2,
  baseUnitPrice: 100_000,
  totalUnitPrice: 200_000,
  totalDiscount: 10_000,
  totalVat: 19_000,
}

describe('the amounts of documents', () => {
  it.each([
    ['on-top', { discount: 10_000, vat: 18_000, finalValue: 198_000 }],
    ['included', { discount: 10_000, vat: 19_000, finalValue: 209_000 }],
  ] as const)('show that the discount is %s, and three of them make it a rule', async (discount, sums) => {
    const sandbox = filledSandbox()
    for (const { crmId } of sandbox.crm.documents()) sandbox.crm.remove(crmId)
    for (let count = 1; count <= 3; count += 1) {
      sandbox.crm.createInvoice({ ...sums, details: [line] })
      const report = await probeOf(sandbox)
      expect(report.documents?.readings.discount[discount]).toBe(count)
      const rule = { path: 'preInvoice.totals.discount', value: { is: 'data', data: discount } }
      if (count < 3) expect(report.proposals).toEqual([])
      else expect(report.proposals).toMatchObject([rule])
    }
    sandbox.crm.createInvoice({
      details: [line],
      discount: 10_000,
      vat: 18_000,
      finalValue: discount === 'on-top' ? 208_000 : 198_000,
    })
    // One document that is meant in the other way ends it.
    const mixed = await probeOf(sandbox)
    expect(mixed.documents?.readings.refused).toEqual([])
    expect(mixed.proposals).toEqual([])
  })

  it('that no reading makes are counted by their reason', async () => {
    const sandbox = filledSandbox()
    sandbox.crm.createInvoice({ details: [line], finalValue: 7 })
    const report = await probeOf(sandbox)
    expect(answerTo(report, 'totals')).toBe('differs: totals_fit')
    expect(report.documents?.readings.refused).toEqual([{ label: 'no_reading_fits', count: 1 }])
  })

  it('with a toll or additional costs ask for a decision', async () => {
    const sandbox = filledSandbox()
    sandbox.crm.createInvoice({ details: [line], toll: 500 })
    const report = await probeOf(sandbox)
    expect(answerTo(report, 'extras')).toBe('differs: extras_occur')
    expect(report.questions.map(({ rule }) => rule)).toContain('preInvoice.extras')
  })
})

describe('what only the site knows of a pre-invoice', () => {
  it('is asked for the types of document that have no answer yet', async () => {
    const rules = {
      preInvoice: { saleKind: { PI_5: 2 }, saleModel: 1, salesCentre: 1, paymentKind: 1, intermediary: null },
    }
    const { questions, documents } = await probeOf(filledSandbox(), rules)
    expect(documents?.unanswered).toEqual([
      { rule: 'saleKind', typeCodes: ['PI', 'PI_3'] },
      { rule: 'title', typeCodes: ['PI', 'PI_3', 'PI_5'] },
    ])
    expect(questions.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['preInvoice.saleKind', 'preInvoice.title', 'preInvoice.units']),
    )
    expect(questions.map(({ rule }) => rule)).not.toContain('preInvoice.saleModel')
  })
})
