import { samplePeople } from '@siagh-sync/sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { callsTo, sara, succeed, untilHandled, world } from './world'

/** Siagh's contact list shows a write only after five minutes. */
const lagging = (rules = {}) => world({ sandbox: { dialect: { contactListLag: '5-minutes' } }, rules })

// Without a write-back, nobody looks at the contact again.
const RULES = { contact: { onDelete: 'deactivate', writeBackRecordId: false } } as const

describe('an identity that is deleted before the list shows its contact', () => {
  it('is waited for by another process too, and its contact is switched off', async () => {
    const { sync, syncOf, sandbox, clock } = lagging(RULES)
    // A list that shows few of the contacts that are known is not believed at all.
    for (const person of samplePeople(8)) await succeed(sync.syncIdentity({ id: sandbox.crm.createPerson(person) }))
    await clock.advance(400_000)
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.syncIdentity({ id }))
    const contact = () => sandbox.siagh.contacts().find(({ tmpid }) => tmpid === id)
    expect(contact()?.IsActive).toBe(true)

    const other = syncOf('default')
    onTestFinished(() => other.stop())
    await succeed(other.start())
    await clock.advance(70_000)
    sandbox.crm.remove(id)
    await succeed(other.receive({ kind: 'identity', id, event: 'delete' }))
    await clock.advance(60_000)
    expect(await succeed(other.status())).toMatchObject({ pending: 1, failed: 0 })
    await untilHandled({ sync: other, clock }, 1_200_000)
    expect(await succeed(other.status())).toMatchObject({ pending: 0, failed: 0 })
    expect(contact()?.IsActive).toBe(false)
  })

  it('is settled at once where no contact was made of it, or where the rules leave contacts alone', async () => {
    for (const rules of [RULES, {}]) {
      const { sync, sandbox, clock } = lagging(rules)
      await succeed(sync.start())
      const id = sandbox.crm.createPerson(sara)
      if (rules !== RULES) await succeed(sync.syncIdentity({ id }))
      sandbox.crm.remove(id)
      await succeed(sync.receive({ kind: 'identity', id, event: 'delete' }))
      await untilHandled({ sync, clock }, 30_000)
      expect(await succeed(sync.status())).toMatchObject({ pending: 0, failed: 0 })
    }
  })
})

describe('a text that was emptied in the CRM', () => {
  const cases = [
    ['TelNo', { phoneContacts: [{ phoneNumber: '09120001234' }] }],
    ['Email', { email: '' }],
    ['Description', { description: '' }],
  ] as const

  it.each(cases)('stays empty though the list still shows it at the next edit: %s', async (field, emptied) => {
    const { sync, sandbox, clock } = lagging()
    const id = sandbox.crm.createPerson({ ...sara, email: 'sara@example.com', description: 'مشتری قدیمی' })
    await succeed(sync.syncIdentity({ id }))
    await clock.advance(400_000)
    const contact = () => sandbox.siagh.contacts().find(({ tmpid }) => tmpid === id)
    expect(contact()?.[field]).toBeTruthy()

    sandbox.crm.updateIdentity(id, emptied)
    await succeed(sync.syncIdentity({ id }))
    expect(contact()?.[field] ?? '').toBe('')
    // The list was read anew, and does not show yet what was written.
    await clock.advance(70_000)
    sandbox.crm.updateIdentity(id, { nickName: 'سارا آزمونی نو' })
    await succeed(sync.syncIdentity({ id }))
    expect(contact()).toMatchObject({ Name: 'سارا آزمونی نو' })
    expect(contact()?.[field] ?? '').toBe('')
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(3)
  })

  it.each(cases)('is kept where a person has typed another one into Siagh since: %s', async (field, emptied) => {
    const { sync, sandbox, clock } = world()
    const id = sandbox.crm.createPerson({ ...sara, email: 'sara@example.com', description: 'مشتری قدیمی' })
    const { siagh } = await succeed(sync.syncIdentity({ id }))
    sandbox.crm.updateIdentity(id, emptied)
    await succeed(sync.syncIdentity({ id }))
    sandbox.siagh.changeContact(Number(siagh?.code), { [field]: '02133334444' })
    await clock.advance(70_000)
    sandbox.crm.updateIdentity(id, { nickName: 'سارا آزمونی نو' })
    await succeed(sync.syncIdentity({ id }))
    const contact = sandbox.siagh.contacts().find(({ tmpid }) => tmpid === id)
    expect(contact).toMatchObject({ Name: 'سارا آزمونی نو', [field]: '02133334444' })
  })
})
