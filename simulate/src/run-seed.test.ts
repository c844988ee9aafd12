import type { Store } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { historyOf, runSeed } from './run-seed'
import { shrinkSeed } from './shrink/shrink-seed'
import { simplifyPlan, unusualParts } from './shrink/simplify-plan'
import { drawPlan } from './world/plan'

const seeds = Array.from({ length: 30 }, (_, index) => index + 1)
const onSqlite = seeds.find((seed) => drawPlan(seed).store === 'sqlite') ?? 0

// A world that is given up half-way would leave its clocks behind: better late than that.
const patience = { timeout: 120_000 }

describe('a seed', patience, () => {
  it.each([2, onSqlite])('%i tells the same story twice', async (seed) => {
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
    expect([Date.now, performance.now, Math.random, globalThis.setTimeout]).toEqual(before)
    expect(Math.abs(Date.now() - new Date().getTime())).toBeLessThan(1_000)
  })

  it('keeps the promises', async () => {
    for (const seed of [5, 6]) expect((await runSeed(seed)).violations).toEqual([])
  })
})

describe('a planted fault', patience, () => {
  const withoutJournal = (store: Store): Store => ({
    ...store,
    finish: (lease, { journal: _, ...end }) => store.finish(lease, end),
  })

  it('is found, and its history is shortened to what it needs', async () => {
    const verdict = await runSeed(2, { plant: withoutJournal })
    expect(verdict.violations.join()).toContain('journal: ')
    const { kept, of, usual, verdict: shortened } = await shrinkSeed(verdict, { plant: withoutJournal, maxRuns: 25 })
    expect(of).toBe(historyOf(drawPlan(2)).length)
    expect(kept.length).toBeLessThan(of / 2)
    expect(shortened.violations.join()).toContain('journal: ')
    // A missing journal needs nothing unusual.
    expect(unusualParts(simplifyPlan(drawPlan(2), usual))).toEqual([])
  })
})
