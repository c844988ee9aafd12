import type { Store } from '@siagh-sync/sync-core'
import { okAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { historyOf, runSeed } from './run-seed'
import { shrinkSeed } from './shrink/shrink-seed'
import { drawPlan } from './world/plan'

const seeds = Array.from({ length: 6 }, (_, index) => index + 1)
const sqlite = seeds.concat([7, 8, 9, 10, 11, 12]).find((seed) => drawPlan(seed).store === 'sqlite') ?? 0

describe('a seed', () => {
  it.each([2, sqlite])('%i tells the same story twice', async (seed) => {
    const [first, second] = [await runSeed(seed), await runSeed(seed)]
    expect(second.hash).toBe(first.hash)
    expect(first.steps).toBeGreaterThan(100)
  })

  it('tells another story than the next', async () => {
    expect((await runSeed(3)).hash).not.toBe((await runSeed(4)).hash)
  })

  it('leaves the clocks, timers and chance of the process as they were', async () => {
    const before = [Date.now, performance.now, Math.random, globalThis.setTimeout]
    await runSeed(1)
    expect([Date.now, performance.now, Math.random, globalThis.setTimeout].map((now) => typeof now)).toEqual(
      before.map((was) => typeof was),
    )
    expect(Math.abs(Date.now() - new Date().getTime())).toBeLessThan(1_000)
  })

  it('keeps the promises', async () => {
    for (const seed of seeds) expect((await runSeed(seed)).violations).toEqual([])
  })
})

describe('a planted fault', () => {
  const withoutJournal = (store: Store): Store => ({
    ...store,
    journal: { ...store.journal, append: () => okAsync(undefined) },
  })

  it('is found, and its history is shortened to what it needs', async () => {
    const verdict = await runSeed(2, { plant: withoutJournal })
    expect(verdict.violations.join()).toContain('journal: ')
    const { kept, of, verdict: shortened } = await shrinkSeed(verdict, { plant: withoutJournal })
    expect(of).toBe(historyOf(drawPlan(2)).length)
    expect(kept.length).toBeLessThan(4)
    expect(shortened.violations.join()).toContain('journal: ')
  })
})
