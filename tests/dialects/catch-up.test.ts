import { expect, describe, it } from 'vitest'
import type { CatchUpReport } from '@siagh-sync/sync-core'
import { expectOk } from '../../test-support/results'
import { fateOf } from './broken-promises'
import { dialectWorld } from './dialect-world'
import { company, document, person } from './people'
import { suites } from './suites'

/** The values under which no change of a document can be asked for. The catch-up says so. */
const WITHOUT_DOCUMENTS: ReadonlySet<string> = new Set([
  'find: 403',
  'find: 404',
  'find: 500',
  'find: blind',
  'findTypeKey: needed',
  'findTypeKey: empty-finds-nothing',
  'findFilter: ignored',
  'findFilter: finds-nothing',
  'findTimes: as-utc',
  'findOrder: ignored',
  'findOrder: reversed',
  'findFirstPage: 0',
])

async function caughtUp(the: ReturnType<typeof dialectWorld>, sync: ReturnType<typeof the.startProcess>) {
  let report: CatchUpReport | undefined
  const steps = async () => {
    for await (const step of sync.catchUp()) {
      const event = expectOk(step)
      if (event.kind === 'finished') report = event.report
    }
  }
  await the.passing(steps())
  if (!report) throw new Error('it told of no end')
  return report
}

describe('a catch-up', () => {
  it.each(suites['catch-up'])(
    'finds every change whose webhook was lost, or says so, under $name: $value',
    async (each) => {
      const the = dialectWorld(each)
      const sync = the.startProcess()
      const { crm } = the.sandbox
      const minutes = (count: number) => the.clock.advance(count * 60_000)
      // Documents that came by webhooks, so that the store knows of some.
      const sara = crm.createPerson(person(1))
      const [invoice, quote] = [crm.createInvoice(document(sara)), crm.createQuote(document(sara))]
      crm.createOrganization(company(1))
      expectOk(await the.passing(Promise.resolve(sync.syncInvoice({ id: invoice }))))
      expectOk(await the.passing(Promise.resolve(sync.syncQuote({ id: quote }))))
      await minutes(6)
      await caughtUp(the, sync)
      await minutes(1)
      const firms: string[] = []
      for (let number = 2; number <= 13; number += 1) {
        crm.createPerson(person(number))
        firms.push(crm.createOrganization(company(number)))
        await the.clock.advance(700)
      }
      crm.updateIdentity(sara, { email: 'new@example.com' })
      for (const firm of firms) {
        crm.createInvoice(document(firm))
        crm.createQuote(document(firm))
        // An old record that was changed stands between new ones by its date, and before them by its place.
        if (firm === firms[6]) for (const id of [invoice, quote]) crm.updateDocument(id, { description: 'شرح تازه' })
        await the.clock.advance(300)
      }
      await minutes(6)
      const report = await caughtUp(the, sync)
      expectOk(await sync.start({ concurrency: 4 }))
      await the.untilHandled(sync)
      await sync.stop()

      const isWithout = WITHOUT_DOCUMENTS.has(`${each.name}: ${each.value}`)
      // Identities are found in any case: the whole list is read.
      const refusedDocuments = report.refused.filter((kind) => kind === 'invoice' || kind === 'quote').sort()
      expect(refusedDocuments).toEqual(isWithout ? ['invoice', 'quote'] : [])
      if (!isWithout) expect(report.refused).toEqual([])
      const { broken, reasons } = await fateOf(the, sync)
      expect(reasons).toEqual([])
      // What is not accepted and cannot be asked for stays unknown, and the report says which kinds that is.
      const lost = broken.filter((promise) => !(isWithout && /^document .* is lost$/.test(promise)))
      // The first company was there before the first catch-up, which brings nothing of what is old.
      expect(lost.filter((promise) => promise !== 'شرکت نمونه 1 is lost')).toEqual([])
    },
  )
})
