import { expect, it } from 'vitest'
import type { Flow, RecordKey, Store } from '@siagh-sync/sync-core'
import { sara, succeed, twoLines, world, type World } from './world'
import { expectOk } from '../../test-support/results'

/** A store that writes down every visit to it. */
function counted(store: Store, visits: string[]): Store {
  const part = <T extends object>(name: string, methods: T): T =>
    Object.fromEntries(
      Object.entries(methods).map(([method, call]: [string, (...args: unknown[]) => unknown]) => [
        method,
        (...args: unknown[]) => {
          visits.push(`${name}${method}`)
          return call(...args)
        },
      ]),
    ) as T
  const { begin, intend, finish, mappings, inbox, journal, leases, marks, origins, gaps, heldChanges, values, close } =
    store
  const parts = { mappings, inbox, journal, leases, marks, origins, gaps, heldChanges, values }
  const entries = Object.entries(parts).map(([name, methods]) => [name, part(`${name}.`, methods)])
  const flow = part<Flow>('', { begin, intend, finish })
  return { ...(Object.fromEntries(entries) as typeof parts), ...flow, close }
}

/**
 * What the sweep asks every minute is no run's, and neither is the note of a webhook. Siagh's list is read for many runs, and then held
 * against some contacts that the store knows.
 */
const isOfARun = (visit: string) => !/^(inbox\.(note|due|purge|failures)|journal\.purge|mappings\.list)$/.test(visit)

/** A sync whose process has handled a change before, so that what is asked once in its life has been asked. */
async function workingWorld() {
  const visits: string[] = []
  let plain: Store | undefined
  const the = world({ store: (store) => counted((plain = store), visits) })
  await succeed(the.sync.start())
  const isSettled = async (key: RecordKey) => expectOk(await plain?.inbox.read(key))?.state === 'settled'
  const handle = async (kind: 'identity' | 'invoice', id: string) => {
    await the.clock.advance(2_000)
    visits.length = 0
    await succeed(the.sync.receive({ kind, id, event: 'update' }))
    // No time passes while a run is under way: its lease would be renewed.
    const count = (name: string) => visits.filter((visit) => visit === name).length
    const areOver = () => count('begin') > 0 && count('begin') === count('finish')
    do {
      await expect.poll(areOver).toBe(true)
      await the.clock.advance(5_000)
    } while (!(await isSettled({ company: 'default', kind, id })))
    return visits.filter(isOfARun)
  }
  const customer = the.sandbox.crm.createPerson({ nickName: 'مشتری پیشین' })
  await handle('identity', customer)
  the.sandbox.crm.updateIdentity(customer, { email: 'first@example.com' })
  await handle('identity', customer)
  return { ...the, customer, handle }
}

const invoiceOf = ({ sandbox }: Pick<World, 'sandbox'>, identityId: string) =>
  sandbox.crm.createInvoice({ identityId, details: twoLines })

const WRITE = ['begin', 'intend', 'finish']

it('makes three visits for a contact that is made, two where nothing has changed, and three for an update', async () => {
  const the = await workingWorld()
  const id = the.sandbox.crm.createPerson(sara)
  expect(await the.handle('identity', id)).toEqual(WRITE)
  expect(await the.handle('identity', id)).toEqual(['begin', 'finish'])
  the.sandbox.crm.updateIdentity(id, { email: 'new@example.com' })
  expect(await the.handle('identity', id)).toEqual(WRITE)
})

it('makes two visits for a contact that is found, and equal to what the CRM says, and looks once whose it is', async () => {
  const the = await workingWorld()
  const row = the.sandbox.siagh.addContact({ Name: 'نام' })
  const id = the.sandbox.crm.createPerson({ nickName: 'نام', customerNumber: String(row.Code) })
  // The list is old by then.
  await the.clock.advance(600_000)
  expect(await the.handle('identity', id)).toEqual(['begin', 'mappings.findByCode', 'finish'])
  expect((await succeed(the.sync.history({ id }))).items[0]).toMatchObject({ outcome: 'linked' })
})

it('makes three visits for a pre-invoice and one look at its customer, and two where nothing has changed', async () => {
  const the = await workingWorld()
  const id = invoiceOf(the, the.customer)
  expect(await the.handle('invoice', id)).toEqual(['begin', 'mappings.get', 'intend', 'finish'])
  expect(await the.handle('invoice', id)).toEqual(['begin', 'finish'])
})

it('makes three visits more for a customer who is brought to Siagh first', async () => {
  const the = await workingWorld()
  const id = invoiceOf(the, the.sandbox.crm.createPerson(sara))
  expect(await the.handle('invoice', id)).toEqual(['begin', 'mappings.get', ...WRITE, 'intend', 'finish'])
})

it('makes three visits for a write that does not arrive, and none to take the intent back', async () => {
  const the = await workingWorld()
  the.sandbox.siagh.faults.next('saveContact', 'away')
  expect(await the.handle('identity', the.sandbox.crm.createPerson(sara))).toEqual([...WRITE, ...WRITE])
})
