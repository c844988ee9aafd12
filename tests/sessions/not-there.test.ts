import { sampleSite } from '@siagh-sync/sandbox'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync } from '@siagh-sync/sync-core'
import { expect, it, onTestFinished } from 'vitest'
import { sara, succeed, twoLines, world } from '../flow/world'

it.each([
  ['crm', 'a login', /login/i],
  ['siagh', 'a login', /login/i],
  ['siagh', 'the contact list', /GetAll/],
  ['siagh', 'a save', /SaveFormData/],
  ['siagh', 'everything', /./],
  ['crm', 'everything', /./],
] as const)(
  'HTTP 404 of the %s to %s is an outage, and no word about the records of that time',
  async (side, _what, path) => {
    const the = world()
    const { sandbox, clock } = the
    // An IIS answers so while an application is being installed anew.
    const fetch: typeof globalThis.fetch = (input, init) => {
      const { host, pathname } = new URL(new Request(input, init).url)
      const isAway = host.startsWith(side) && path.test(pathname)
      return isAway ? Promise.resolve(new Response('<html>404</html>', { status: 404 })) : sandbox.fetch(input, init)
    }
    const accountOf = ({ url, username, password }: typeof sandbox.siagh | typeof sandbox.crm) => ({
      baseUrl: url,
      username,
      password,
      fetch,
    })
    const siagh = createSiaghClient(accountOf(sandbox.siagh))
    const crm = createCrmClient(accountOf(sandbox.crm))
    const sync = createSync({ ...the, siagh, crm, rules: { ...sampleSite.rules, catchUp: { everyMs: 'never' } } })
    onTestFinished(() => sync.stop())
    const customer = sandbox.crm.createPerson(sara)
    const invoice = sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id: customer, event: 'update' }))
    await succeed(sync.receive({ kind: 'invoice', id: invoice, event: 'insert' }))
    await clock.advance(120_000)
    const status = await succeed(sync.status())
    expect(status).toMatchObject({ failed: 0, pending: 2 })
    expect(status.away.map(({ system }) => system)).toEqual([side])
  },
)
