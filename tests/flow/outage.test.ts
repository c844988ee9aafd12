import { describe, expect, it } from 'vitest'
import { callsTo, onlyFailure, sara, succeed, type World, untilHandled, world } from './world'
import { expectErr, expectOk } from '../../test-support/results'

const receive = async ({ sync, sandbox }: World, names: readonly string[]) => {
  const ids = names.map((nickName) => sandbox.crm.createPerson({ nickName }))
  for (const id of ids) await succeed(sync.receive({ kind: 'identity', id, event: 'insert' }))
  return ids
}

describe('while Siagh is away', () => {
  it('records wait without using up attempts, and all of them arrive when it is back', async () => {
    const the = world()
    const back = the.sandbox.siagh.faults.set('away')
    await succeed(the.sync.start({ concurrency: 4 }))
    const ids = await receive(
      the,
      Array.from({ length: 12 }, (_, index) => `نام ${index}`),
    )
    await the.clock.advance(2 * 3_600_000)
    expect(expectOk(await the.sync.status())).toMatchObject({
      pending: 12,
      failed: 0,
      away: [{ system: 'siagh' }],
    })

    back()
    await untilHandled(the)
    expect(expectOk(await the.sync.status())).toMatchObject({ pending: 0, failed: 0, away: [] })
    expect(the.sandbox.siagh.contacts().filter(({ tmpid }) => ids.includes(tmpid ?? ''))).toHaveLength(12)
  })

  it('one run at a time looks whether it is back', async () => {
    const the = world()
    the.sandbox.siagh.faults.set('away')
    await succeed(the.sync.start({ concurrency: 4 }))
    await receive(
      the,
      Array.from({ length: 12 }, (_, index) => `نام ${index}`),
    )
    await the.clock.advance(300_000)
    const before = callsTo(the.sandbox.crm, 'personGet')
    await the.clock.advance(600_000)
    expect(callsTo(the.sandbox.crm, 'personGet') - before).toBeLessThanOrEqual(11)
  })
})

describe('a record that the CRM cannot show', () => {
  it('uses up its attempts while the CRM shows others, and then stands among the failures', async () => {
    const the = world({ sandbox: { dialect: { missingId: 500 } }, rules: { retry: { attempts: 3 } } })
    await succeed(the.sync.start())
    const id = '2b1f0c6e-0000-4000-8000-00000000dead'
    await succeed(the.sync.receive({ kind: 'identity', id, event: 'update' }))
    await untilHandled(the)
    expect(await onlyFailure(the.sync)).toMatchObject({ attempts: 3, error: { kind: 'unavailable' } })
    const [healthy] = await receive(the, ['سالم'])
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: healthy })
  })

  it('is gone where the CRM has told that it was deleted', async () => {
    const the = world({ sandbox: { dialect: { missingId: 500 } } })
    await succeed(the.sync.start())
    await succeed(the.sync.receive({ kind: 'identity', id: '2b1f0c6e-0000-4000-8000-00000000dead', event: 'delete' }))
    await untilHandled(the)
    expect(expectOk(await the.sync.history()).items).toMatchObject([{ outcome: 'gone' }])
  })

  it('waits for the CRM where it fails with everything', async () => {
    const the = world({ rules: { retry: { attempts: 2 } } })
    const healed = the.sandbox.crm.faults.set('error500')
    await succeed(the.sync.start())
    const [id] = await receive(the, ['نام'])
    await the.clock.advance(3_600_000)
    expect(expectOk(await the.sync.status())).toMatchObject({ pending: 1, failed: 0 })
    healed()
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id })
  })
})

describe('an answer of the CRM that breaks the contract', () => {
  it('is tried again with growing pauses, as often as the rules say', async () => {
    const the = world({ rules: { retry: { attempts: 4 } } })
    the.sandbox.crm.faults.set('truncatedJson', { operation: 'personGet' })
    await succeed(the.sync.start())
    await receive(the, ['نام'])
    await untilHandled(the)
    expect(await onlyFailure(the.sync)).toMatchObject({ attempts: 4, error: { kind: 'malformed' } })
    const runs = expectOk(await the.sync.history()).items
    expect(runs.map(({ attempt }) => attempt)).toEqual([4, 3, 2, 1])
    const pauses = runs.slice(1).map(({ at }, index) => (runs[index]?.at ?? 0) - at)
    expect(pauses).toEqual([4_000, 2_000, 1_000])
  })
})

describe('a contact whose making was interrupted', () => {
  it.each(['resetAfter', 'truncatedJson', 'hangAfter'] as const)('is found and not made twice: %s', async (fault) => {
    const the = world()
    the.sandbox.siagh.faults.next('saveContact', fault)
    await succeed(the.sync.start())
    const [id] = await receive(the, ['نام'])
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
    expect(callsTo(the.sandbox.siagh, 'saveContact')).toBe(1)
    expect(expectOk(await the.sync.history()).items.map(({ outcome, error }) => outcome ?? error)).toEqual([
      'linked',
      'outcome_unknown',
    ])
  })

  it('is found by what was sent, where Siagh does not answer its mark', async () => {
    const the = world({ sandbox: { dialect: { tmpidInList: 'left-out' } } })
    the.sandbox.siagh.faults.next('saveContact', 'resetAfter')
    await succeed(the.sync.start())
    const id = the.sandbox.crm.createPerson(sara)
    await succeed(the.sync.receive({ kind: 'identity', id, event: 'insert' }))
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().filter(({ Name }) => Name === 'سارا آزمونی')).toHaveLength(1)
    expect(expectOk(await the.sync.syncIdentity({ id })).outcome).toBe('unchanged')
  })

  it.each(['resetBefore', 'hang', 'error500', 'htmlPage'] as const)(
    'is made where it was not made before: %s',
    async (fault) => {
      const the = world()
      the.sandbox.siagh.faults.next('saveContact', fault)
      await succeed(the.sync.start())
      const [id] = await receive(the, ['نام'])
      await untilHandled(the)
      expect(the.sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
    },
  )

  it('is not looked for while the write may still be on its way', async () => {
    const the = world()
    the.sandbox.siagh.faults.next('saveContact', 'resetAfter')
    const id = the.sandbox.crm.createPerson(sara)
    expect(expectErr(await the.sync.syncIdentity({ id })).kind).toBe('outcome_unknown')
    await the.clock.advance(39_000)
    expect(expectErr(await the.sync.syncIdentity({ id })).kind).toBe('outcome_unknown')
    await the.clock.advance(1_000)
    expect(expectOk(await the.sync.syncIdentity({ id })).outcome).toBe('linked')
  })
})

describe('two workers on one store', () => {
  it('never handle one record at a time', async () => {
    const the = world()
    const id = the.sandbox.crm.createPerson(sara)
    const ends = await Promise.all([the.sync.syncIdentity({ id }), the.sync.syncIdentity({ id })])
    expect(ends.map((end) => (end.isOk() ? end.value.outcome : end.error.kind)).sort()).toEqual(['busy', 'created'])
    expect(callsTo(the.sandbox.siagh, 'saveContact')).toBe(1)
  })
})

describe('a page in front of the CRM that answers everything', () => {
  it('is an outage and uses up no attempts', async () => {
    const the = world({ rules: { retry: { attempts: 2 } } })
    // All but the login, after whose failure the client itself keeps still for a minute.
    for (const operation of ['personGet', 'organizationGet', 'search'] as const) {
      the.sandbox.crm.faults.set('htmlPage', { operation })
    }
    await succeed(the.sync.start())
    const [id] = await receive(the, ['نام'])
    await the.clock.advance(3_600_000)
    expect(expectOk(await the.sync.status())).toMatchObject({ pending: 1, failed: 0 })
    the.sandbox.crm.faults.clear()
    await untilHandled(the)
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: id })
  })
})
