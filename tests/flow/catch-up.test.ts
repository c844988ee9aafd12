import { createCrmClient } from '@siagh-sync/crm-client'
import { errAsync, okAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import {
  createSync,
  type CatchUpOptions,
  type CatchUpReport,
  type Clock,
  type Store,
  type Sync,
} from '@siagh-sync/sync-core'
import { manualClock } from './manual-clock'
import { callsTo, sara, succeed, twoLines, untilHandled, world, type World, type WorldOptions } from './world'
import { expectOk } from '../../test-support/results'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const finds = ['personFind', 'organizationFind', 'invoiceFind', 'quoteFind'] as const
const storeAway = () => errAsync({ kind: 'store_unavailable', retryable: true, message: 'the disk is full' } as const)

/** Catches up and answers the report. */
async function caughtUp(sync: Sync, options: CatchUpOptions = {}): Promise<CatchUpReport> {
  for await (const step of sync.catchUp(options)) {
    const event = expectOk(step)
    if (event.kind === 'finished') return event.report
  }
  throw new Error('there was no last event')
}

/** Catches up and answers what it failed by. */
async function failedBy(sync: Sync): Promise<string> {
  for await (const step of sync.catchUp()) if (step.isErr()) return step.error.kind
  return 'nothing'
}

/** A world in which every note is kept, and whose first catch-up is behind it. */
async function begun(options: WorldOptions = {}) {
  const notes: string[] = []
  const noting = (store: Store): Store => ({
    ...store,
    inbox: {
      ...store.inbox,
      note: (note) => {
        notes.push(note.key.id)
        return store.inbox.note(note)
      },
    },
  })
  const here = world({ ...options, store: (store) => noting(options.store?.(store) ?? store) })
  const { sandbox, clock } = here
  sandbox.crm.createPerson({ nickName: 'پیش از همه' })
  await clock.advance(10 * MINUTE_MS)
  await caughtUp(here.sync)
  notes.length = 0
  await clock.advance(10 * MINUTE_MS)
  const createPersons = async (count: number, apartMs = 1) => {
    const ids: string[] = []
    for (let i = 0; i < count; i += 1) {
      ids.push(sandbox.crm.createPerson({ nickName: `کس ${i}` }))
      await clock.advance(apartMs)
    }
    return ids
  }
  const mark = () => succeed(here.store.marks.get('default', 'catch-up/person'))
  return { ...here, notes, createPersons, mark }
}

describe('a change whose webhook was lost', () => {
  it('is handled at the next turn of the workers', async () => {
    const { sync, sandbox, clock } = world({ rules: { catchUp: {} } })
    await succeed(sync.start())
    await clock.advance(MINUTE_MS)
    const id = sandbox.crm.createPerson(sara)
    const invoice = sandbox.crm.createInvoice({ identityId: id, details: twoLines })
    await clock.advance(12 * MINUTE_MS)
    await untilHandled({ sync, clock })
    expect(sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
    expect(sandbox.siagh.preInvoices()).toHaveLength(1)
    expect((await succeed(sync.history({ id: invoice }))).items[0]).toMatchObject({
      trigger: 'catch-up',
      outcome: 'created',
    })
  })

  it('while no worker ran is handled when they start', async () => {
    const { sync, sandbox, clock } = await begun({ rules: { catchUp: {} } })
    const id = sandbox.crm.createPerson(sara)
    await succeed(sync.start())
    await untilHandled({ sync, clock })
    await expect.poll(() => sandbox.siagh.contacts().filter(({ tmpid }) => tmpid === id)).toHaveLength(1)
  })

  it.each([-17, 17])(
    'is caught by the clock of the CRM alone, however far ours is from it (%i minutes)',
    async (ahead) => {
      const here = await begun()
      const clock: Clock = { ...here.clock, now: () => here.clock.now() + ahead * MINUTE_MS }
      const { crm, siagh, store, queue, logger } = here
      const other = createSync({ crm, siagh, store, queue, logger, clock })
      const [first] = await here.createPersons(1)
      expect(await caughtUp(other)).toMatchObject({ noted: { identity: 1 } })
      const [second] = await here.createPersons(1)
      expect(await caughtUp(other)).toMatchObject({ noted: { identity: 1 }, mark: new Date(here.clock.now() - 1) })
      expect(here.notes).toEqual([first, second])
    },
  )
})

describe('the first catch-up', () => {
  it('notes nothing of what is there, and what comes later is caught by the next', async () => {
    const { sync, sandbox, clock } = world()
    sandbox.crm.createInvoice({ identityId: sandbox.crm.createPerson(sara), details: twoLines })
    await clock.advance(DAY_MS)
    const at = clock.now()
    const edited = sandbox.crm.createOrganization({ nickName: 'شرکت نمونه' })
    await clock.advance(DAY_MS)
    const first = await caughtUp(sync)
    expect(first).toMatchObject({
      complete: true,
      by: 'find',
      noted: { identity: 0, invoice: 0, quote: 0 },
      refused: [],
    })
    expect(first.mark).toEqual(new Date(at - DAY_MS))
    expect((await succeed(sync.status())).pending).toBe(0)

    sandbox.crm.updateIdentity(edited, { email: 'new@example.com' })
    // No quote was there before, and so none that would tell where to begin.
    sandbox.crm.createQuote({ identityId: edited, details: twoLines })
    expect((await caughtUp(sync)).noted).toEqual({ identity: 1, invoice: 0, quote: 1 })
  })

  it('notes from the given time on', async () => {
    const { sync, sandbox, clock } = world()
    sandbox.crm.createPerson(sara)
    await clock.advance(DAY_MS)
    const since = new Date(clock.now())
    sandbox.crm.createPerson({ nickName: 'کسی' })
    await clock.advance(DAY_MS)
    expect(await caughtUp(sync, { since })).toMatchObject({ noted: { identity: 1 }, mark: since })
    sandbox.crm.createPerson({ nickName: 'دیگری' })
    expect((await caughtUp(sync)).noted.identity).toBe(1)
  })

  it('leaves records alone that bear a date of years ahead, until they are saved again', async () => {
    const base = manualClock()
    let aheadMs = 10 * 365 * DAY_MS
    const { sync, sandbox, clock } = world({ sandbox: { clock: { ...base, now: () => base.now() + aheadMs } } })
    const misdated = sandbox.crm.createPerson({ nickName: 'کسی از آینده' })
    aheadMs = 0
    sandbox.crm.createPerson(sara)
    expect(await caughtUp(sync)).toMatchObject({ noted: { identity: 0 }, mark: new Date(base.now()) })
    await Promise.all([base.advance(DAY_MS), clock.advance(DAY_MS)])
    sandbox.crm.createPerson({ nickName: 'دیگری' })
    expect(await caughtUp(sync)).toMatchObject({ noted: { identity: 1 }, mark: new Date(base.now()) })
    await Promise.all([base.advance(DAY_MS), clock.advance(DAY_MS)])
    sandbox.crm.updateIdentity(misdated, { email: 'new@example.com' })
    expect(await caughtUp(sync)).toMatchObject({ noted: { identity: 1 }, mark: new Date(base.now()) })
  })

  it.each([
    ['a mark of an earlier one', undefined],
    ['a given time', 0],
    ['a time a week before that', 7],
    ['a time a month before that', 30],
  ])('catches all that has changed while our clock is a week behind, from %s on', async (_, daysBefore) => {
    const base = manualClock()
    const { sync, sandbox, clock } = world({ sandbox: { clock: base } })
    sandbox.crm.createPerson(sara)
    if (daysBefore === undefined) await caughtUp(sync)
    await Promise.all([base.advance(DAY_MS), clock.advance(DAY_MS)])
    const since = new Date(base.now() - (daysBefore ?? 0) * DAY_MS)
    sandbox.crm.createPerson({ nickName: 'کسی' })
    clock.setBack(7 * DAY_MS)
    const wrong = await caughtUp(sync, daysBefore === undefined ? {} : { since })
    clock.setBack(-7 * DAY_MS)
    const right = await caughtUp(sync)
    expect(wrong.noted.identity + right.noted.identity).toBe(daysBefore === 7 || daysBefore === 30 ? 2 : 1)
    sandbox.crm.createPerson({ nickName: 'دیگری' })
    expect((await caughtUp(sync)).noted.identity).toBe(1)
  })

  it('throws where that is no date', () => {
    const { sync } = world()
    expect(() => sync.catchUp({ since: new Date('soon') })).toThrow(/valid date/)
  })

  it('begins at the newest change if the given time is later', async () => {
    const { sync, sandbox, clock } = world()
    sandbox.crm.createPerson(sara)
    await caughtUp(sync, { since: new Date(clock.now() + DAY_MS) })
    await clock.advance(MINUTE_MS)
    sandbox.crm.createPerson({ nickName: 'کسی' })
    expect((await caughtUp(sync)).noted.identity).toBe(1)
  })
})

describe('a catch-up', () => {
  it('costs one find for each page and one note for each change', async () => {
    const { sync, sandbox, notes, createPersons } = await begun()
    const ids = await createPersons(1_800)
    const before = callsTo(sandbox.crm, 'personFind')
    expect((await caughtUp(sync)).noted).toEqual({ identity: 1_800, invoice: 0, quote: 0 })
    expect(notes).toEqual(ids)
    // Four pages, and one behind them, since a CRM may have a limit of its own. And one for the number of persons, since an
    // organization that find does not show would be in the list beside them.
    expect(callsTo(sandbox.crm, 'personFind') - before).toBe(4 + 1 + 1)
  })

  it('catches what is edited, made and deleted between its pages', async () => {
    const here = await begun()
    const ids = await here.createPersons(1_100)
    let pages = 0
    const find: typeof here.crm.find = (...question) =>
      here.crm.find(...question).map((page) => {
        pages += 1
        if (pages < 3) {
          // A record of the page that was answered moves to the end, and everything behind it by one place.
          here.sandbox.crm.updateIdentity(ids[pages * 10] ?? '', { email: `${pages}@example.com` })
          here.sandbox.crm.remove(ids[pages * 20] ?? '')
          ids.push(here.sandbox.crm.createPerson({ nickName: 'تازه' }))
        }
        return page
      })
    const { siagh, store, queue, logger, clock } = here
    const sync = createSync({ crm: { ...here.crm, find }, siagh, store, queue, logger, clock })
    await caughtUp(sync)
    const missed = here.sandbox.crm
      .identities()
      .filter(({ crmId }) => ids.includes(crmId) && !here.notes.includes(crmId))
    expect(missed).toEqual([])
    expect(here.notes.filter((id) => id === ids[10])).toHaveLength(2)
  })

  it('catches more changes of one instant than a page holds', async () => {
    const { sync, notes, createPersons } = await begun()
    const ids = await createPersons(1_200, 0)
    expect((await caughtUp(sync)).noted.identity).toBe(1_200)
    expect(notes.sort()).toEqual(ids.sort())
  })

  it('notes nothing twice of what it has noted, and again what was edited since', async () => {
    const { sync, sandbox, notes, createPersons, clock } = await begun()
    const ids = await createPersons(3)
    await caughtUp(sync)
    expect((await caughtUp(sync)).noted.identity).toBe(0)
    await clock.advance(MINUTE_MS)
    sandbox.crm.updateIdentity(ids[1] ?? '', { email: 'new@example.com' })
    expect((await caughtUp(sync)).noted.identity).toBe(1)
    expect(notes).toEqual([...ids, ids[1]])
  })

  it('asks for each type key, with a mark for each', async () => {
    const { sync, store, sandbox } = world({ rules: { find: { typeKeys: { invoice: ['PI_5', 'PI_6'] } } } })
    sandbox.crm.createInvoice({ details: twoLines })
    await caughtUp(sync)
    // The newest by two sizes of a page, and what is as new.
    expect(callsTo(sandbox.crm, 'invoiceFind')).toBe(2 * 3)
    for (const key of ['PI_5', 'PI_6'])
      expect(await succeed(store.marks.get('default', `catch-up/invoice/${key}`))).not.toBeNull()
  })

  it('ends after the current page when it is stopped, and the next one goes on there', async () => {
    const { sync, notes, createPersons, mark } = await begun()
    const ids = await createPersons(1_100)
    const ending = new AbortController()
    let report: CatchUpReport | undefined
    for await (const step of sync.catchUp({ signal: ending.signal })) {
      ending.abort()
      const event = expectOk(step)
      if (event.kind === 'finished') report = event.report
    }
    expect(report).toMatchObject({ complete: false, noted: { identity: 500 } })
    const half = await mark()
    await caughtUp(sync)
    expect(half).toBeLessThan((await mark()) ?? 0)
    expect(notes).toEqual(ids)
  })

  it('leaves the mark alone where it begins after it, and takes it back where it begins before it', async () => {
    const { sync, clock, createPersons, mark } = await begun()
    const before = await mark()
    await createPersons(2, DAY_MS)
    await caughtUp(sync, { since: new Date(clock.now() - DAY_MS) })
    expect(await mark()).toBe(before)
    await caughtUp(sync)
    const newest = await mark()
    const report = await caughtUp(sync, { since: new Date((before ?? 0) - DAY_MS) })
    expect(report.noted.identity).toBe(3)
    expect(await mark()).toBe(newest)
  })

  it('says busy while another process of the company is at it', async () => {
    const { sync, syncOf } = await begun()
    const under = sync.catchUp()[Symbol.asyncIterator]()
    await under.next()
    expect(await failedBy(syncOf('default'))).toBe('busy')
    expect((await caughtUp(syncOf('globex'))).complete).toBe(true)
    await under.return?.()
    expect((await caughtUp(syncOf('default'))).complete).toBe(true)
  })
})

describe('the mark', () => {
  it('stands where the notes end when the store fails half-way', async () => {
    let left = Infinity
    const failing = (store: Store): Store => ({
      ...store,
      inbox: { ...store.inbox, note: (note) => (left-- > 0 ? store.inbox.note(note) : storeAway()) },
    })
    const { sync, sandbox, createPersons, mark } = await begun({ store: failing })
    const ids = await createPersons(1_100)
    left = 700
    expect(await failedBy(sync)).toBe('store_unavailable')
    const end = sandbox.crm.identities().find(({ crmId }) => crmId === ids[499])
    expect(new Date((await mark()) ?? 0)).toEqual(new Date(`${end?.modifyDate ?? ''}+03:30`))
    left = Infinity
    await caughtUp(sync)
    expect((await succeed(sync.status())).pending).toBe(1_100)
  })

  it('does not move before the notes are on disk, nor where the process ends between', async () => {
    let dying = false
    const cut = (store: Store): Store => ({
      ...store,
      marks: { ...store.marks, set: (...mark) => (dying ? storeAway() : store.marks.set(...mark)) },
    })
    const { sync, syncOf, createPersons, mark } = await begun({ store: cut })
    const before = await mark()
    await createPersons(3)
    dying = true
    expect(await failedBy(sync)).toBe('store_unavailable')
    expect(await mark()).toBe(before)
    expect((await succeed(sync.status())).pending).toBe(3)
    dying = false
    expect((await caughtUp(syncOf('default'))).noted.identity).toBe(3)
  })

  it('is not moved by a process that has lost its lease', async () => {
    const here = await begun()
    await here.createPersons(3)
    const before = await here.mark()
    const { crm, siagh, store, queue, logger } = here
    const inbox: Store['inbox'] = {
      ...store.inbox,
      note: (note) =>
        store.inbox.note(note).map(async (noted) => {
          await here.clock.advance(61_000)
          return noted
        }),
    }
    // A worker that sleeps renews no lease.
    const clock: Clock = { now: () => here.clock.now(), after: () => () => {} }
    const sleeper = createSync({ crm, siagh, store: { ...store, inbox }, queue, logger, clock })
    expect(await failedBy(sleeper)).toBe('busy')
    expect(await here.mark()).toBe(before)
  })
})

describe('a CRM that refuses find', () => {
  const refusing = async (options: WorldOptions = {}) => {
    const here = world(options)
    for (const operation of finds) here.sandbox.crm.faults.set('refusal', { operation })
    here.sandbox.crm.createOrganization({ nickName: 'شرکت نمونه' })
    const id = here.sandbox.crm.createPerson(sara)
    here.sandbox.crm.createQuote({ identityId: id, details: twoLines })
    return here
  }
  const pending = async ({ sync }: World) => (await succeed(sync.status())).pending

  it('is walked through, without its documents', async () => {
    const here = await refusing()
    expect(await caughtUp(here.sync)).toEqual({
      complete: true,
      by: 'walk',
      noted: { identity: 2, invoice: 0, quote: 0 },
      refused: ['person', 'organization', 'invoice', 'quote'],
    })
    expect(await pending(here)).toBe(2)
    expect(callsTo(here.sandbox.crm, 'personGet')).toBe(0)
  })

  it('for documents alone is asked for the rest', async () => {
    const here = world()
    for (const operation of ['invoiceFind', 'quoteFind'] as const) here.sandbox.crm.faults.set('refusal', { operation })
    await caughtUp(here.sync)
    here.sandbox.crm.createPerson(sara)
    expect(await caughtUp(here.sync)).toMatchObject({
      by: 'find',
      noted: { identity: 1 },
      refused: ['invoice', 'quote'],
    })
    expect(callsTo(here.sandbox.crm, 'personGet')).toBe(0)
  })

  it('is walked through by the workers once a day, and they say so', async () => {
    const here = await refusing({ rules: { catchUp: {} } })
    await succeed(here.sync.start())
    await here.clock.advance(MINUTE_MS)
    const searches = callsTo(here.sandbox.crm, 'search')
    expect(searches).toBe(2)
    await here.clock.advance(12 * 60 * MINUTE_MS)
    expect(callsTo(here.sandbox.crm, 'search')).toBe(searches)
    await here.clock.advance(13 * 60 * MINUTE_MS)
    expect(callsTo(here.sandbox.crm, 'search')).toBe(2 * searches)
    const warnings = here.logger.lines.filter(({ level, fields }) => level === 'warn' && 'refused' in fields)
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('every identity was noted, and no document could be'),
      expect.stringContaining('changes whose webhooks were lost stay unnoticed'),
      expect.stringContaining('every identity was noted, and no document could be'),
      expect.stringContaining('changes whose webhooks were lost stay unnoticed'),
    ])
  })

  it('and answers HTTP 500 does not count as away: its identities are walked through, and it is asked for records', async () => {
    const { siagh, store, queue, clock, sandbox } = world({ sandbox: { dialect: { find: 500 } } })
    const id = sandbox.crm.createPerson(sara)
    const { url, username, password } = sandbox.crm
    // With the circuit and the number of retries of every process.
    const crm = createCrmClient({ baseUrl: url, username, password, retry: { firstDelayMs: 1, maxDelayMs: 1 } })
    const sync = createSync({ crm, siagh, store, queue, clock })
    const { by, noted, refused } = await caughtUp(sync)
    expect({ by, noted }).toEqual({ by: 'walk', noted: { identity: 1, invoice: 0, quote: 0 } })
    expect(refused).toEqual(['person', 'organization', 'invoice', 'quote'])
    expect(await succeed(sync.syncIdentity({ id }))).toMatchObject({ outcome: 'created' })
  })

  it('is the same as one whose find shows nobody, since it knows no type key that is empty', async () => {
    const here = world()
    here.sandbox.crm.createPerson(sara)
    const find: World['crm']['find'] = () => okAsync({ data: [], total: 0 })
    const { siagh, store, queue, logger, clock } = here
    const sync = createSync({ crm: { ...here.crm, find }, siagh, store, queue, logger, clock })
    const walked = { by: 'walk', noted: { identity: 1 }, refused: ['person'] }
    expect(await caughtUp(sync)).toMatchObject(walked)
    expect(await caughtUp(sync)).toMatchObject(walked)
    here.sandbox.crm.createOrganization({ nickName: 'شرکت نمونه' })
    expect(await caughtUp(sync)).toMatchObject({ noted: { identity: 2 }, refused: ['person', 'organization'] })
  })

  it.each(['vendor', 'reversed', 'ignored'] as const)(
    'is not taken for one that has no organizations, whatever identityType means (%s)',
    async (identityType) => {
      const here = world({ sandbox: { dialect: { identityType } } })
      for (let number = 0; number < 30; number += 1) here.sandbox.crm.createPerson({ nickName: `کس ${number}` })
      expect(await caughtUp(here.sync)).toMatchObject({ by: 'find', refused: [] })
      expect(await caughtUp(here.sync)).toMatchObject({ by: 'find', refused: [] })

      here.sandbox.crm.createOrganization({ nickName: 'شرکت نمونه' })
      const find: World['crm']['find'] = (kind, query) =>
        kind === 'organization' ? okAsync({ data: [], total: 0 }) : here.crm.find(kind, query)
      const { siagh, store, queue, logger, clock } = here
      const sync = createSync({ crm: { ...here.crm, find }, siagh, store, queue, logger, clock })
      expect(await caughtUp(sync)).toMatchObject({ by: 'walk', noted: { identity: 31 }, refused: ['organization'] })
    },
  )

  it.each(['nothing', 'null', 'message', 'login-page'] as const)(
    'is not one whose session has just ended, where the answer is %s',
    async (crmSessionEnd) => {
      const { sync, sandbox } = world({ sandbox: { dialect: { crmSessionEnd } } })
      expect((await caughtUp(sync)).refused).toEqual([])
      sandbox.crm.expireTokens()
      expect(await failedBy(sync)).toBe('malformed')
    },
  )

  it.each([{ findTimes: 'as-utc' }, { findOrder: 'reversed' }, { findOrder: 'ignored' }] as const)(
    'is the same as one that does not answer as it was asked, also where its first record came after the first catch-up (%o)',
    async (dialect) => {
      const { sync, sandbox, clock } = world({ sandbox: { dialect } })
      expect((await caughtUp(sync)).refused).toEqual([])
      const identityId = sandbox.crm.createPerson(sara)
      for (let number = 0; number < 3; number += 1) {
        sandbox.crm.createQuote({ identityId, details: twoLines })
        await clock.advance(MINUTE_MS)
      }
      await caughtUp(sync)
      await clock.advance(MINUTE_MS)
      sandbox.crm.createQuote({ identityId, details: twoLines })
      expect((await caughtUp(sync)).refused).toContain('quote')
    },
  )

  it('is the same as one that tells no ModifyDate', async () => {
    const here = world()
    here.sandbox.crm.createPerson(sara)
    const find: World['crm']['find'] = (...question) =>
      here.crm.find(...question).map(({ data, ...rest }) => ({
        data: data.map(({ modifyDate: _modifyDate, ...found }) => found as (typeof data)[number]),
        ...rest,
      }))
    const { siagh, store, queue, logger, clock } = here
    const sync = createSync({ crm: { ...here.crm, find }, siagh, store, queue, logger, clock })
    expect(await caughtUp(sync)).toMatchObject({ by: 'walk', noted: { identity: 1 }, refused: ['person'] })
  })
})

describe('the workers', () => {
  it('of several processes do not all ask at every turn', async () => {
    const { sync, syncOf, sandbox, clock } = world({ rules: { catchUp: {} } })
    const others = [syncOf('default'), syncOf('default')]
    const asked = () => callsTo(sandbox.crm, 'quoteFind')
    // The first one looks at the newest by two sizes of a page. Each one asks for changes, and counts: there are none.
    for (const [index, each] of [sync, ...others].entries()) {
      await succeed(each.start())
      await expect.poll(asked).toBe(2 * index + 3)
      await clock.advance(1_000)
    }
    await clock.advance(61 * MINUTE_MS)
    await expect.poll(asked).toBe(7 + 2 * 6)
    for (const each of others) await each.stop()
  })

  it('catch up once the lease of a process that was killed over it has run out', async () => {
    const { sync, clock, store, notes, logger, createPersons } = await begun({ rules: { catchUp: {} } })
    const ids = await createPersons(2)
    expect(
      await succeed(store.leases.acquire({ company: 'default', kind: 'identity', id: 'catch-up' }, 60_000)),
    ).not.toBeNull()
    await succeed(sync.start())
    await clock.advance(59_000)
    expect(notes).toEqual([])
    await clock.advance(2 * MINUTE_MS)
    await expect.poll(() => notes).toEqual(ids)
    expect(logger.lines.filter(({ level }) => level === 'warn')).toEqual([])
  })

  it('say once that the CRM is away, and catch up when it is back', async () => {
    const { sync, sandbox, clock, logger, notes, createPersons } = await begun({ rules: { catchUp: {} } })
    const ids = await createPersons(2)
    const back = sandbox.crm.faults.set('away')
    await succeed(sync.start())
    await clock.advance(61 * MINUTE_MS)
    expect(logger.lines.filter(({ level, fields }) => level === 'warn' && fields['system'] === 'crm')).toHaveLength(1)
    expect(notes).toEqual([])
    back()
    await clock.advance(11 * MINUTE_MS)
    expect(notes).toEqual(ids)
  })

  it('do not wait for a CRM that hangs when they are stopped, and ask no more after it', async () => {
    const { sync, sandbox, clock } = await begun({ rules: { catchUp: {} } })
    sandbox.crm.faults.set('hang')
    const before = callsTo(sandbox.crm, 'personFind')
    await succeed(sync.start())
    await expect.poll(() => callsTo(sandbox.crm, 'personFind')).toBe(before + 1)
    await sync.stop()
    const asked = sandbox.crm.requests().length
    await clock.advance(DAY_MS)
    expect(sandbox.crm.requests()).toHaveLength(asked)
    expect(await succeed((await sync.stop(), sync.status()))).toMatchObject({ running: 0 })
  })
})
