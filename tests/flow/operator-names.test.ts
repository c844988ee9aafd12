import { errAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import type { EntityRef, Store, Sync } from '@siagh-sync/sync-core'
import { sara, succeed, twoLines, untilHandled, world, type WorldOptions } from './world'
import { expectErr, expectOk } from '../../test-support/results'

const by = 'سارا کاظمی'
const storeAway = () => errAsync({ kind: 'store_unavailable', retryable: true, message: 'the disk is full' } as const)

async function started(options: WorldOptions = {}) {
  const the = world(options)
  await succeed(the.sync.start())
  the.deliverTo(the.sync)
  return the
}

/** A person whom Siagh has refused. */
async function failed(options: WorldOptions = {}) {
  const the = await started(options)
  the.sandbox.siagh.faults.next('saveContact', 'refusal')
  const id = the.sandbox.crm.createPerson(sara)
  await untilHandled(the)
  expect(await succeed(the.sync.status())).toMatchObject({ failed: 1 })
  return { ...the, ref: { kind: 'identity', id } as const }
}

/** A document whose answer was lost, after the time in which it may still arrive. */
async function doubtful() {
  const the = await started()
  the.sandbox.siagh.faults.next('savePreInvoice', 'resetBefore')
  const customer = the.sandbox.crm.createPerson(sara)
  const id = the.sandbox.crm.createInvoice({ identityId: customer, details: twoLines })
  await untilHandled(the)
  await the.clock.advance(70_000)
  return { ...the, ref: { kind: 'invoice', id } as const }
}

/** What operators have done with a record, the newest first. */
async function actionsOn(sync: Sync, { id }: EntityRef) {
  const { items } = await succeed(sync.history({ id }))
  return items.filter(({ calls }) => calls.length === 0).map(({ outcome, by, trigger }) => ({ outcome, by, trigger }))
}

describe('the name of the person', () => {
  it.each<[string, (sync: Sync, ref: EntityRef) => Promise<unknown>]>([
    ['retry', (sync, ref) => succeed(sync.retry(ref, { by }))],
    ['retryAll', (sync) => succeed(sync.retryAll({}, { by }))],
  ])('stands in the history after %s, before the run', async (_, act) => {
    const { sync, ref, ...the } = await failed()
    await act(sync, ref)
    await untilHandled({ sync, ...the })
    const { items } = await succeed(sync.history({ id: ref.id }))
    expect(items.map((entry) => [entry.outcome ?? entry.error, entry.by])).toEqual([
      ['created', undefined],
      ['retried', by],
      ['rejected', undefined],
    ])
  })

  it.each(['release', 'refuse'] as const)('stands in the history after %s', async (verdict) => {
    const the = await started({ hold: 'all' })
    const ref = { kind: 'identity', id: the.sandbox.crm.createPerson(sara) } as const
    await untilHandled(the)
    const { fingerprint: seen = '' } = await succeed(the.sync.showHeld(ref))
    expect(await succeed(the.sync[verdict](ref, { seen: 'another', by }))).toBe('changed')
    expect(await actionsOn(the.sync, ref)).toEqual([])
    await succeed(the.sync[verdict](ref, { seen, by }))
    expect(await actionsOn(the.sync, ref)).toEqual([{ outcome: `${verdict}d`, by, trigger: 'operator' }])
  })

  it('stands in the history of each record after releaseAll', async () => {
    const the = await started({ hold: 'all' })
    const ids = [the.sandbox.crm.createPerson(sara), the.sandbox.crm.createPerson({ nickName: 'کسی' })]
    await untilHandled(the)
    await succeed(the.sync.releaseAll({}, { by }))
    for (const id of ids)
      expect(await actionsOn(the.sync, { kind: 'identity', id })).toEqual([
        { outcome: 'released', by, trigger: 'operator' },
      ])
  })

  it.each([
    ['not-created', 'retried'],
    [{ created: { number: '2488', code: '15459' } }, 'linked'],
  ] as const)('stands in the history after the verdict %j', async (verdict, outcome) => {
    const { sync, ref } = await doubtful()
    expect(await succeed(sync.settleInDoubt(ref, verdict, { by }))).toBe('settled')
    expect(await actionsOn(sync, ref)).toEqual([{ outcome, by, trigger: 'operator' }])
  })

  it('is absent where a program has asked', async () => {
    const { sync, ref } = await failed()
    await succeed(sync.retry(ref))
    const [action] = (await succeed(sync.history({ id: ref.id, outcome: 'retried' }))).items
    expect(action).not.toHaveProperty('by')
  })

  it.each([
    ['is cut after 100 characters', 'ک'.repeat(101), 'ک'.repeat(100)],
    ['is cut between two characters', `${'a'.repeat(99)}😀b`, `${'a'.repeat(99)}😀`],
    ['keeps a zero-width non-joiner', 'علی\u200cپور', 'علی\u200cپور'],
    ['loses what a database cannot keep', ' a\u0000\n\uD800b ', 'a b'],
    ['is absent where nothing is left', ' \t ', undefined],
  ])('%s', async (_, given, kept) => {
    const { sync, ref } = await failed()
    await succeed(sync.retry(ref, { by: given }))
    expect(await actionsOn(sync, ref)).toEqual([{ outcome: 'retried', by: kept, trigger: 'operator' }])
  })

  it('is written first: if it cannot be written, nothing is retried', async () => {
    let away = false
    const store = (plain: Store): Store => ({
      ...plain,
      journal: { ...plain.journal, add: (entry) => (away ? storeAway() : plain.journal.add(entry)) },
    })
    const { sync, ref } = await failed({ store })
    away = true
    expect(expectErr(await sync.retry(ref, { by })).kind).toBe('store_unavailable')
    expect(expectErr(await sync.retryAll({}, { by })).kind).toBe('store_unavailable')
    expect(expectOk(await sync.status())).toMatchObject({ pending: 0, failed: 1 })
    away = false
    expect(expectOk(await sync.retry(ref, { by }))).toBe('retried')
  })

  it('of an attempt that could not be noted is in the history all the same', async () => {
    let away = false
    const store = (plain: Store): Store => ({
      ...plain,
      inbox: { ...plain.inbox, note: (note) => (away ? storeAway() : plain.inbox.note(note)) },
    })
    const { sync, ref } = await failed({ store })
    away = true
    expect(expectErr(await sync.retry(ref, { by })).kind).toBe('store_unavailable')
    expect(await actionsOn(sync, ref)).toEqual([{ outcome: 'retried', by, trigger: 'operator' }])
    expect(expectOk(await sync.status())).toMatchObject({ failed: 1 })
  })
})
