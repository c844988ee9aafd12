import { reconcile } from '@siagh-sync/reconcile'
import { describe, expect, it } from 'vitest'
import { expectOk } from '../../test-support/results'
import { createsIn, importWorld, mappingsOf } from './import-world'
import { callsTo, sara, succeed, untilHandled, world } from './world'

const forms = ['as-written', 'capitals', 'braces', 'spaces', 'no-dashes'] as const

describe.each(forms)('a mark that Siagh lists %s', (form) => {
  it('is known again after a lost answer, so that no second contact is made', async () => {
    const { sync, sandbox, clock } = world({ sandbox: { dialect: { tmpidInList: form, uniqueNumbers: 'none' } } })
    const id = sandbox.crm.createPerson(sara)
    sandbox.siagh.faults.next('saveContact', 'resetAfter')
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await untilHandled({ sync, clock })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBeLessThanOrEqual(2)
    expect(sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
    expect(await succeed(sync.status())).toMatchObject({ failed: 0, pending: 0 })
  })

  it('is known again after the store was lost', async () => {
    const { sync, syncOf, sandbox } = world({ sandbox: { dialect: { tmpidInList: form } } })
    const id = sandbox.crm.createPerson(sara)
    const { siagh } = await succeed(sync.syncIdentity({ id }))
    const again = syncOf('the same company with an empty store')
    expect(await succeed(again.syncIdentity({ id }))).toMatchObject({ siagh: { code: siagh?.code } })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBeLessThanOrEqual(2)
  })
})

describe('a RecordId in refId', () => {
  it.each([
    ['capitals', (id: string) => id.toUpperCase()],
    ['braces', (id: string) => `{${id}}`],
    ['spaces', (id: string) => `  ${id} `],
    ['no dashes', (id: string) => id.replaceAll('-', '')],
  ])('is known in %s', async (_form, write) => {
    const { sync, sandbox } = world()
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین' })
    const id = sandbox.crm.createPerson({ ...sara, refId: write(row.RecordId) })
    expect(await succeed(sync.syncIdentity({ id }))).toMatchObject({ siagh: { code: String(row.Code) } })
  })

  it('may be the tmpid that another writer gave the contact', async () => {
    const { sync, sandbox } = world()
    const tmpid = '7b0c3a52-0000-4000-8000-0000000000ff'
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین', tmpid })
    const id = sandbox.crm.createPerson({ ...sara, refId: tmpid.toUpperCase() })
    expect(await succeed(sync.syncIdentity({ id }))).toMatchObject({ siagh: { code: String(row.Code) } })
  })

  it('that is the tmpid of another writer links the two in the first import too', async () => {
    const tmpid = '7b0c3a52-0000-4000-8000-0000000000ff'
    const { sandbox, store, importNow } = importWorld()
    const row = sandbox.siagh.addContact({ Name: 'سارا آزمونی', tmpid })
    const id = sandbox.crm.createPerson({ ...sara, refId: `{${tmpid.toUpperCase()}}` })
    const { contacts } = await importNow()
    expect(contacts).toContainEqual(expect.objectContaining({ action: 'linked', by: 'refId', identityId: id }))
    expect((await mappingsOf(store)).get(row.Code)).toMatchObject({ key: { id }, state: 'linked' })
    expect(createsIn(sandbox)).toBe(0)
  })

  it.each(['RecordId', 'tmpid'] as const)('is no drift for reconcile where it holds the %s', async (field) => {
    const { sync, sandbox } = world({ sandbox: { contacts: 0 } })
    const row = sandbox.siagh.addContact({ Name: 'کسی', tmpid: '7b0c3a52-0000-4000-8000-0000000000ff' })
    sandbox.crm.createPerson({ nickName: 'کسی', refId: row[field] ?? '' })
    const told = []
    for await (const step of reconcile(sync)) told.push(expectOk(step))
    expect(told.filter((step) => step.kind === 'drift')).toEqual([])
    expect(told.at(-1)).toMatchObject({ kind: 'finished', report: { compared: 1 } })
  })

  it('is no contact because a word or a number stands in both fields', async () => {
    const { sync, sandbox } = world()
    const row = sandbox.siagh.addContact({ Name: 'نام پیشین', tmpid: '112' })
    const id = sandbox.crm.createPerson({ ...sara, refId: '112' })
    expect((await succeed(sync.syncIdentity({ id }))).siagh?.code).not.toBe(String(row.Code))
  })
})
