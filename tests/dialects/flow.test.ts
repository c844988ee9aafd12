import type { Dialect } from '@siagh-sync/sandbox'
import type { RulesInput } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { expectOk } from '../../test-support/results'
import { fateOf } from './broken-promises'
import type { Case } from './cases'
import { dialectWorld } from './dialect-world'
import { company, document, person } from './people'
import { suites } from './suites'

/** Records are made, changed and deleted in the CRM, while an answer is lost, and two processes bring them to Siagh. */
async function flowUnder(dialect: Partial<Dialect>, rules?: RulesInput) {
  const the = dialectWorld({ dialect, ...(rules && { rules }) })
  const [one, other] = [the.startProcess(), the.startProcess()]
  for (const sync of [one, other]) expectOk(await sync.start({ concurrency: 2 }))
  the.deliverTo([one, other])
  const { crm, siagh } = the.sandbox
  const [sara, firm] = [crm.createPerson(person(1)), crm.createOrganization(company(1))]
  crm.createInvoice(document(sara))
  crm.createQuote(document(firm))
  await the.untilHandled(one)
  crm.updateIdentity(sara, { email: 'other@example.com', description: '' })
  crm.updateIdentity(firm, { nickName: 'شرکت با نام تازه' })
  siagh.faults.next('saveContact', 'resetAfter')
  const mina = crm.createPerson(person(2))
  crm.createInvoice(document(mina))
  await the.untilHandled(one)
  crm.updateIdentity(mina, { email: 'mina@example.com' })
  crm.createQuote(document(sara))
  crm.remove(crm.createPerson(person(3)))
  await the.untilHandled(other)
  return { the, sync: one }
}

/** People at Siagh do what the failures say, and some minutes pass. */
async function mendAndWait({ the, sync }: Awaited<ReturnType<typeof flowUnder>>): Promise<void> {
  const { siagh } = the.sandbox
  if (the.sandbox.dialect().accountParty === 'by-hand')
    for (const { Code } of siagh.contacts()) siagh.giveAccountParty(Code)
  await the.clock.advance(30 * 60_000)
  await the.untilHandled(sync)
}

describe('the flow from the CRM to Siagh', () => {
  it.each(suites.flow)('loses, doubles and falsifies nothing under $name: $value', async (each) => {
    const flow = await flowUnder(each.dialect, missingCodes(each))
    const fate = await fateOf(flow.the, flow.sync)
    expect(fate.broken.filter((promise) => !isDouble(promise))).toEqual([])
    expect(fate.broken.filter(isDouble).length).toBeLessThanOrEqual(each.doubles ?? 0)
    expect(fate.reasons).toEqual(each.reasons ?? [])
    if (!each.reasons || each.stays) return
    await mendAndWait(flow)
    expect(await fateOf(flow.the, flow.sync)).toEqual({ broken: [], reasons: [] })
  })

  it.each(suites.flow.filter(({ rules }) => rules))(
    'works by a rule under $name: $value',
    async ({ dialect, rules }) => {
      const { the, sync } = await flowUnder(dialect, rules)
      expect(await fateOf(the, sync)).toEqual({ broken: [], reasons: [] })
    },
  )
})

const isDouble = (promise: string) => promise.endsWith('has 2 contacts')

/** A script breaks off over a code that is left empty. */
function missingCodes({ name }: Pick<Case, 'name'>): RulesInput | undefined {
  return name === 'scriptFailure' ? { preInvoice: { intermediary: null } } : undefined
}
