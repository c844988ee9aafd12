import { describe, expect, it } from 'vitest'
import type { RulesInput } from '@siagh-sync/sync-core'
import { succeed, world } from './world'

const DAY_MS = 86_400_000
const keyOf = (id: string) => ({ company: 'default', kind: 'identity', id }) as const

/** A world whose store holds what happened some days ago. */
function oldWorld(rules: RulesInput = {}) {
  const here = world({ rules })
  const { store, clock } = here
  const ago = (days: number) => clock.now() - days * DAY_MS
  const run = { key: keyOf('a'), trigger: 'webhook', attempt: 1, durationMs: 1, calls: [], warnings: [] } as const
  return {
    ...here,
    async journal(daysAgo: number, count = 1) {
      const begun = await succeed(store.begin(run.key, 1_000))
      if (!begun) throw new Error('somebody has the lease')
      const journal = { ...run, at: ago(daysAgo) }
      for (let i = 0; i < count; i += 1) await succeed(store.finish(begun.lease, { journal, keepLease: true }))
      await succeed(store.leases.release(begun.lease))
    },
    async settle(id: string, daysAgo: number) {
      await succeed(store.inbox.note({ key: keyOf(id), event: 'update', trigger: 'webhook', at: 1 }))
      const begun = await succeed(store.begin(keyOf(id), 1_000))
      if (!begun) throw new Error('somebody has the lease')
      await succeed(store.finish(begun.lease, { inbox: { do: 'settle', generation: 1, dueAt: ago(daysAgo) } }))
    },
    /** Starts the sweep, lets it run for a minute, and stops it. */
    async sweepOnce() {
      await succeed(here.sync.start())
      await clock.advance(59_000)
      await here.sync.stop()
    },
    lines: async () => (await succeed(store.journal.list('default', {}, { limit: 30_000 }))).items.length,
    isNoted: async (id: string) => (await succeed(store.inbox.read(keyOf(id)))) !== null,
  }
}

describe('the sweep', () => {
  it('forgets journal entries after a year and settled changes after a month', async () => {
    const { journal, settle, sweepOnce, lines, isNoted } = oldWorld()
    await journal(366)
    await journal(364)
    await settle('old', 31)
    await settle('new', 29)
    await sweepOnce()
    expect(await lines()).toBe(1)
    expect([await isNoted('old'), await isNoted('new')]).toEqual([false, true])
  })

  it('keeps everything where the rules say so', async () => {
    const forEver = { retention: { journalDays: 'for-ever', settledDays: 'for-ever' } } as const
    const { journal, settle, sweepOnce, lines, isNoted } = oldWorld(forEver)
    await journal(900)
    await settle('old', 900)
    await sweepOnce()
    expect(await lines()).toBe(1)
    expect(await isNoted('old')).toBe(true)
  })

  it('purges a long history batch by batch, the rest the next time', async () => {
    const { journal, sweepOnce, lines } = oldWorld()
    await journal(400, 10_700)
    await sweepOnce()
    expect(await lines()).toBe(700)
    await sweepOnce()
    expect(await lines()).toBe(0)
  })

  it('says so where the store cannot purge', async () => {
    const { store, logger, sweepOnce } = oldWorld()
    await succeed(store.close())
    await sweepOnce()
    const messages = logger.lines.map(({ message }) => message)
    expect(messages.filter((message) => message === 'what is too old to keep could not be purged')).toHaveLength(2)
  })
})
