import { okAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { callsTo, succeed, untilHandled, world } from './world'

describe('a person who becomes an organization', () => {
  it('stays the same contact, which is written as an organization, and back', async () => {
    const { sync, sandbox, clock } = world()
    const fields = { nickName: 'آزمون گستر', email: 'office@example.com' }
    const id = sandbox.crm.createPerson(fields)
    const { siagh } = await succeed(sync.syncIdentity({ id }))
    const contact = () => sandbox.siagh.contacts().find(({ Code }) => String(Code) === siagh?.code)
    expect(contact()?.TowardType).toBe(false)

    sandbox.crm.remove(id)
    sandbox.crm.createOrganization({ ...fields, crmId: id })
    await clock.advance(61_000)
    expect(await succeed(sync.syncIdentity({ id }))).toMatchObject({ outcome: 'updated', siagh: { code: siagh?.code } })
    expect(contact()?.TowardType).toBe(true)

    sandbox.crm.remove(id)
    sandbox.crm.createPerson({ ...fields, crmId: id })
    await clock.advance(61_000)
    expect(await succeed(sync.syncIdentity({ id }))).toMatchObject({ outcome: 'updated' })
    expect(contact()?.TowardType).toBe(false)
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(3)
  })
})

describe('an identity that becomes another type before its interrupted create was found', () => {
  const types = ['person', 'organization'] as const
  const meanings = ['true-is-organization', 'true-is-person'] as const
  it.each(types.flatMap((from) => meanings.map((towardType) => ({ from, towardType }))))(
    'has one contact of its new type ($from, $towardType)',
    async ({ from, towardType }) => {
      const { sync, sandbox, clock } = world({ sandbox: { contacts: 0, dialect: { towardType } } })
      const fields = { nickName: 'آزمون گستر', email: 'office@example.com' }
      const { crm, siagh } = sandbox
      const id = from === 'person' ? crm.createPerson(fields) : crm.createOrganization(fields)
      siagh.faults.next('saveContact', 'resetAfter')
      expect(await sync.syncIdentity({ id })).toMatchObject({ error: { kind: 'outcome_unknown' } })

      crm.remove(id)
      const changed = { ...fields, crmId: id }
      if (from === 'person') crm.createOrganization(changed)
      else crm.createPerson(changed)
      await clock.advance(600_000)
      await succeed(sync.syncIdentity({ id }))
      expect(siagh.contacts().map(({ TowardType }) => TowardType)).toEqual([from === 'person'])
    },
  )
})

describe('a change whose next attempt was planned by a clock that has been set back since', () => {
  it('does not wait until that clock comes round again', async () => {
    const { sync, sandbox, clock } = world()
    const id = sandbox.crm.createPerson({ nickName: 'آزمون' })
    const lift = sandbox.siagh.faults.set('away')
    await succeed(sync.start())
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    await clock.advance(5_000)
    lift()
    clock.setBack(30 * 86_400_000)
    await clock.advance(600_000)
    await untilHandled({ sync, clock }, 1_200_000)
    expect(await succeed(sync.status())).toMatchObject({ pending: 0, failed: 0 })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(1)
  })

  it('is found by the sweep within an hour, though its wake-up was lost', async () => {
    const lost = { is: true }
    const { sync, sandbox, clock } = world({
      queue: (queue) => ({
        ...queue,
        enqueue: (...call) => (lost.is ? okAsync(undefined) : queue.enqueue(...call)),
      }),
    })
    await succeed(sync.start())
    const id = sandbox.crm.createPerson({ nickName: 'آزمون' })
    await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
    clock.setBack(30 * 86_400_000)
    lost.is = false
    await clock.advance(3_700_000)
    expect(await succeed(sync.status())).toMatchObject({ pending: 0, failed: 0 })
    expect(callsTo(sandbox.siagh, 'saveContact')).toBe(1)
  })
})
