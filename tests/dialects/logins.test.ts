import { describe, expect, it } from 'vitest'
import { expectOk } from '../../test-support/results'
import { fateOf } from './broken-promises'
import { dialectWorld } from './dialect-world'
import { document, person } from './people'
import { wrongLogins } from './suites'

/** After these the changes wait: nobody can know that the password is wrong. All others are `unauthorized`. */
const WAITS: ReadonlySet<unknown> = new Set([403, 'refusal', 'no-session', 'no-token'])

describe('a wrong password', () => {
  it.each(wrongLogins)('of $side that is answered with $value writes nothing, and is told', async ({ side, value }) => {
    const the = dialectWorld({ dialect: { [`${side}WrongLogin`]: value } })
    const sync = the.startProcess(side)
    expectOk(await sync.start())
    the.deliverTo([sync])
    the.sandbox.crm.createInvoice(document(the.sandbox.crm.createPerson(person(1))))
    await the.untilHandled(sync, 5 * 60_000)
    const { broken, reasons } = await fateOf(the, sync)
    expect(broken).toEqual([])
    expect(reasons).toEqual([WAITS.has(value) ? 'waiting' : 'unauthorized'])
    expect([the.sandbox.siagh.contacts(), the.sandbox.siagh.preInvoices()]).toEqual([[], []])
  })
})
