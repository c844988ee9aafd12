import { expect, test } from 'vitest'
import { createPace } from './progress'

test('tells the rate and the time that is left', () => {
  let now = 1_000
  const pace = createPace({ now: () => now })
  expect(pace.at(0, 100)).toEqual({ done: 0, total: 100, perSecond: 0 })
  now += 2_000
  expect(pace.at(20, 100)).toEqual({ done: 20, total: 100, perSecond: 10, leftMs: 8_000 })
  expect(pace.at(20)).toEqual({ done: 20, perSecond: 10 })
})

test('goes by the last half minute, so that an outage does not slow it for ever', () => {
  let now = 0
  const pace = createPace({ now: () => now })
  now += 3_600_000
  pace.at(0, 10_000)
  for (let second = 1; second <= 60; second += 1) {
    now += 1_000
    pace.at(second * 50, 10_000)
  }
  expect(pace.at(3_000, 10_000).perSecond).toBeCloseTo(50)
})

test('asks for a word at most every quarter of a second', () => {
  let now = 0
  const pace = createPace({ now: () => now })
  expect(pace.isDue()).toBe(false)
  now += 250
  expect(pace.isDue()).toBe(true)
  pace.at(1)
  expect(pace.isDue()).toBe(false)
})
