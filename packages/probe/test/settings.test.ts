import { createSandbox } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import { answerTo, filledSandbox, probeOf } from './probed'

const GUID = '2b1f0c6e-0000-4000-8000-00000000abcd'

describe('the probe tells the truth about', () => {
  it.each([
    [404, 'holds: answered_status'],
    [400, 'holds: answered_status'],
    ['null', 'holds: answered_empty'],
    [500, 'differs: answered_status'],
  ] as const)('a missing id that is answered with %s', async (missingId, expected) => {
    const report = await probeOf(filledSandbox({ dialect: { missingId, wrongKind: 404 } }))
    expect(answerTo(report, 'missing_id')).toBe(expected)
    expect(answerTo(report, 'wrong_kind')).toBe('holds: answered_status')
  })

  it.each([
    [404, 'holds: answered_status'],
    [400, 'holds: answered_status'],
    ['null', 'holds: answered_empty'],
    [500, 'differs: answered_status'],
  ] as const)('an id of the other type that is answered with %s', async (wrongKind, expected) => {
    const report = await probeOf(filledSandbox({ dialect: { missingId: 404, wrongKind } }))
    expect(answerTo(report, 'wrong_kind')).toBe(expected)
    expect(answerTo(report, 'missing_id')).toBe('holds: answered_status')
  })

  it.each([
    ['vendor', 'holds: type_1_is_organization'],
    ['reversed', 'differs: type_1_is_person'],
    ['ignored', 'differs: type_is_ignored'],
  ] as const)('an identityType that is %s', async (identityType, expected) => {
    expect(answerTo(await probeOf(filledSandbox({ dialect: { identityType } })), 'identity_type')).toBe(expected)
  })

  it.each([
    ['as-written', 'holds', 'plain 1'],
    ['capitals', 'differs', 'capitals 1'],
    ['braces', 'differs', 'braces 1'],
    ['spaces', 'differs', 'spaces 1'],
    ['no-dashes', 'differs', 'no-dashes 1'],
  ] as const)('a tmpid that is listed %s', async (tmpidInList, verdict, forms) => {
    const sandbox = filledSandbox({ dialect: { tmpidInList } })
    sandbox.siagh.addContact({ Name: 'نمونه', tmpid: GUID })
    const report = await probeOf(sandbox)
    expect(report.findings.find(({ question }) => question === 'tmpid_form')).toMatchObject({
      verdict,
      seen: { params: { forms } },
    })
    expect(answerTo(report, 'tmpid_listed')).toBe('holds: some_tmpid')
  })

  it('a tmpid that is left out of the list: nobody can tell it from contacts without one', async () => {
    const sandbox = filledSandbox({ dialect: { tmpidInList: 'left-out' } })
    sandbox.siagh.addContact({ Name: 'نمونه', tmpid: GUID })
    expect(answerTo(await probeOf(sandbox), 'tmpid_listed')).toBe('unseen: no_tmpid')
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
