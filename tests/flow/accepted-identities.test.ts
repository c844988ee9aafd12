import { reconcile } from '@siagh-sync/reconcile'
import { approved, hasCategory } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { expectOk } from '../../test-support/results'
import { onlyFailure, sara, succeed, twoLines, untilHandled, world } from './world'

const customer = { ...sara, categories: [{ id: '1', key: 'customer', name: 'مشتری' }] }
const rules = { contact: { accept: hasCategory('مشتري') }, catchUp: { everyMs: 'never' as const } }
const accepting = () => world({ rules, sandbox: { contacts: 0 } })

describe('an identity that the rules do not accept', () => {
  it('is skipped by a webhook and by a catch-up, and one that they accept is not', async () => {
    const { sync, sandbox, clock } = accepting()
    const [stranger, wanted] = [
      sandbox.crm.createPerson(sara),
      sandbox.crm.createPerson({ ...customer, phoneContacts: [] }),
    ]
    await succeed(sync.receive({ kind: 'identity', id: stranger, event: 'insert' }))
    await succeed(sync.start({ concurrency: 2 }))
    await untilHandled({ sync, clock })
    expect(expectOk(await sync.history({ id: stranger })).items).toMatchObject([{ outcome: 'skipped' }])
    for await (const event of sync.catchUp({ since: new Date(0) })) expectOk(event)
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.contacts().map(({ tmpid }) => tmpid)).toEqual([wanted])
    expect(expectOk(await sync.status())).toMatchObject({ failed: 0, pending: 0 })
  })

  it('is brought as the customer of a document, and is kept up to date from then on', async () => {
    const { sync, sandbox } = accepting()
    const identityId = sandbox.crm.createPerson(sara)
    expect(await succeed(sync.syncIdentity({ id: identityId }))).toMatchObject({ outcome: 'skipped' })
    const id = sandbox.crm.createInvoice({ identityId, details: twoLines })
    expect(await succeed(sync.syncInvoice({ id }))).toMatchObject({ outcome: 'created' })
    sandbox.crm.updateIdentity(identityId, { email: 'new@example.com' })
    expect(await succeed(sync.syncIdentity({ id: identityId }))).toMatchObject({ outcome: 'updated' })
    expect(sandbox.siagh.contacts()).toMatchObject([{ tmpid: identityId, Email: 'new@example.com' }])
  })

  it('stays out with the customer of a document that is not accepted', async () => {
    const { sync, sandbox } = world({
      rules: { ...rules, preInvoice: { accept: () => false } },
      sandbox: { contacts: 0 },
    })
    const identityId = sandbox.crm.createPerson(sara)
    const id = sandbox.crm.createInvoice({ identityId, details: twoLines })
    expect(await succeed(sync.syncInvoice({ id }))).toMatchObject({ outcome: 'skipped' })
    expect(sandbox.siagh.contacts()).toEqual([])
  })

  it('comes once it is accepted', async () => {
    const { sync, sandbox } = accepting()
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.syncIdentity({ id }))
    sandbox.crm.updateIdentity(id, { categories: customer.categories })
    expect(await succeed(sync.syncIdentity({ id }))).toMatchObject({ outcome: 'created' })
  })

  it('is no drift, and a repair does not bring it', async () => {
    const { sync, sandbox, clock } = accepting()
    sandbox.crm.createPerson(sara)
    await clock.advance(120_000)
    const kinds: string[] = []
    for await (const step of reconcile(sync, { repair: true })) {
      const event = expectOk(step)
      if (event.kind === 'drift') kinds.push(event.drift.kind)
    }
    expect(kinds).toEqual([])
    expect(expectOk(await sync.status())).toMatchObject({ pending: 0 })
  })
})

it('a document goes to Siagh once it is approved, where the rules want that', async () => {
  const { sync, sandbox, crm } = world({ rules: { preInvoice: { accept: approved() } } })
  const id = sandbox.crm.createInvoice({ identityId: sandbox.crm.createPerson(sara), details: twoLines })
  expect(await succeed(sync.syncInvoice({ id }))).toMatchObject({ outcome: 'skipped' })
  await succeed(crm.setInvoiceState(id, 'approved'))
  expect(await succeed(sync.syncInvoice({ id }))).toMatchObject({ outcome: 'created' })
})

it('a rule that throws is a failure that names the rule', async () => {
  const the = world({
    rules: {
      contact: {
        accept: () => {
          throw new Error('no such category')
        },
      },
    },
  })
  await succeed(the.sync.receive({ kind: 'identity', id: the.sandbox.crm.createPerson(sara), event: 'insert' }))
  await succeed(the.sync.start({ concurrency: 1 }))
  await untilHandled(the)
  expect(await onlyFailure(the.sync)).toMatchObject({
    error: { message: expect.stringMatching(/contact\.accept.*no such category/) as string },
  })
})
