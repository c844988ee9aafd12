import { describe, expect, it } from 'vitest'
import { toOwnTime } from './hold'

const key = { company: 'acme', kind: 'quote', id: 'q-1' } as const
const lease = { key, token: 't', expiresAt: 160_000 }

/** A lease that was taken at 100,000 on the store's clock, when ours showed 500,000 and the process was 7,000 ms old. */
const hold = { lease, takenAt: 100_000, taken: { at: 500_000, elapsed: 7_000 }, until: () => 560_000 }

describe("a time of the store's clock, on ours", () => {
  it.each([
    ['is that of the lease', 100_000, 500_000, 7_000, 500_000],
    ['is before the lease', 40_000, 500_000, 7_000, 440_000],
    ['is during the run', 110_000, 520_000, 27_000, 510_000],
    ['is as our clock shows it after it was put forward by an hour', 110_000, 4_120_000, 27_000, 4_110_000],
    ['is as our clock shows it after it was put back by an hour', 110_000, -3_080_000, 27_000, -3_090_000],
  ])('%s', (_what, at, now, elapsed, own) => {
    expect(toOwnTime(hold, at, { now: () => now, elapsed: () => elapsed, after: () => () => {} })).toBe(own)
  })

  it('is reckoned by the clock alone where nothing else tells what has passed', () => {
    expect(toOwnTime({ ...hold, taken: { at: 500_000, elapsed: 500_000 } }, 110_000, clockAt(520_000))).toBe(510_000)
  })
})

const clockAt = (now: number) => ({ now: () => now, after: () => () => {} })
