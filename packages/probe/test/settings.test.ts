import { createSandbox } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import { CRM_QUESTIONS, HIDDEN_QUESTIONS, SIAGH_QUESTIONS } from '../src'
import { answerTo, filledSandbox, probeOf } from './probed'

const GUID = '2b1f0c6e-0000-4000-8000-00000000abcd'

describe('the probe tells the truth about', () => {
  it('a tmpid that is listed', async () => {
    const sandbox = filledSandbox()
    sandbox.siagh.addContact({ Name: 'نمونه', tmpid: GUID })
    expect(answerTo(await probeOf(sandbox), 'tmpid_listed')).toBe('holds: some_tmpid')
  })

  it('a missing id and an id of the other type, each for itself', async () => {
    const report = await probeOf(filledSandbox({ dialect: { missingId: 404, wrongKind: 500 } }))
    expect(answerTo(report, 'missing_id')).toBe('holds: answered_status')
    expect(answerTo(report, 'wrong_kind')).toBe('differs: answered_status')
    const reverse = await probeOf(filledSandbox({ dialect: { missingId: 500, wrongKind: 404 } }))
    expect(answerTo(reverse, 'missing_id')).toBe('differs: answered_status')
    expect(answerTo(reverse, 'wrong_kind')).toBe('holds: answered_status')
  })

  it('documents and identities where the first page of find is 0: counts them all the same', async () => {
    const report = await probeOf(filledSandbox({ dialect: { findFirstPage: 0 } }))
    expect(report.documents).toMatchObject({ invoices: 6, quotes: 6 })
    expect(report.identities).toMatchObject({ persons: 6, organizations: 4 })
    expect(answerTo(report, 'find_page_size')).toBe('holds: page_holds_all')
  })

  it.each([
    ['with-contact', 'holds: account_parties', undefined],
    ['by-hand', 'differs: account_parties', 'probe_some_are_no_party'],
    ['never', 'differs: account_parties', 'probe_no_account_parties'],
  ] as const)('account parties that come %s', async (accountParty, expected, follows) => {
    const sandbox = filledSandbox({ dialect: { accountParty } })
    if (accountParty === 'by-hand') sandbox.siagh.giveAccountParty(25)
    const report = await probeOf(sandbox)
    expect(answerTo(report, 'account_party')).toBe(expected)
    const found = report.findings.find(({ question }) => question === 'account_party')
    if (follows) expect(found?.follows.code).toBe(follows)
    expect(report.questions.some(({ rule }) => rule === 'preInvoice.customer')).toBe(accountParty === 'never')
  })

  it('a TowardType that is reversed, and proposes the rule', async () => {
    const sandbox = filledSandbox()
    for (const { Code, TowardType } of sandbox.siagh.contacts())
      sandbox.siagh.changeContact(Code, { TowardType: !TowardType })
    const report = await probeOf(sandbox)
    expect(answerTo(report, 'toward_type')).toBe('differs: toward_type_counts')
    const proposed = ({ proposals }: typeof report) => proposals.filter(({ path }) => path === 'organizationTowardType')
    expect(proposed(report)).toMatchObject([{ value: { is: 'data', data: false } }])
    expect(proposed(await probeOf(sandbox, { organizationTowardType: false }))).toEqual([])
  })

  it.each([
    [undefined, 'holds: find_shows'],
    ['refusal', 'differs: find_refuses'],
    ['error500', 'differs: find_refuses'],
  ] as const)('a find that meets %s', async (fault, expected) => {
    const sandbox = filledSandbox()
    if (fault) sandbox.crm.faults.set(fault, { operation: 'personFind' })
    const report = await probeOf(sandbox)
    expect(answerTo(report, 'find_person')).toBe(expected)
    expect(answerTo(report, 'find_organization')).toBe('holds: find_shows')
    expect(report.identities).toMatchObject({ persons: 6, organizations: 4 })
  })
})

describe('a server that is away', () => {
  it.each(['crm', 'siagh'] as const)('%s: the other one is asked all the same', async (system) => {
    const sandbox = filledSandbox()
    sandbox[system].faults.set('away')
    const report = await probeOf(sandbox)
    expect(report.failures).toMatchObject([{ system, error: { kind: 'unavailable' } }])
    expect(report.contacts === undefined).toBe(system === 'siagh')
    expect(report.identities === undefined).toBe(system === 'crm')
    const answered = report.findings.map(({ question }) => question)
    expect([...answered].sort()).toEqual([...CRM_QUESTIONS, ...SIAGH_QUESTIONS, ...HIDDEN_QUESTIONS].sort())
  })

  it('or refuses the login: says so, and does not try twice', async () => {
    const sandbox = filledSandbox()
    sandbox.crm.faults.set('refusal', { operation: 'login' })
    sandbox.siagh.faults.set('refusal', { operation: 'login' })
    const report = await probeOf(sandbox)
    expect(report.failures).toMatchObject([
      { system: 'crm', error: { kind: 'unauthorized' } },
      { system: 'siagh', error: { kind: 'unauthorized' } },
    ])
    expect(sandbox.crm.requests()).toHaveLength(1)
    expect(sandbox.siagh.requests()).toHaveLength(1)
  })
})

it('finds nothing and claims nothing where both servers are empty', async () => {
  const report = await probeOf(createSandbox({ contacts: 0 }))
  expect(report.failures).toEqual([])
  expect(report.proposals).toEqual([])
  const held = report.findings.filter(({ verdict }) => verdict === 'holds').map(({ question }) => question)
  expect(held).toEqual(['missing_id', 'fiscal_year', 'contact_list'])
  expect(report.findings.filter(({ verdict }) => verdict === 'differs')).toEqual([])
})

it('answers each question once', async () => {
  const { findings } = await probeOf(filledSandbox())
  const questions = findings.map(({ question }) => question)
  expect(new Set(questions).size).toBe(questions.length)
})
