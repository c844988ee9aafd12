import { expect, test } from 'vitest'
import { askedPauseMs } from './asked-pause'

test.each([
  [undefined, 0],
  [-5, 0],
  [7_000, 7_000],
  [900_000, 900_000],
  [86_400_000, 900_000],
  [Infinity, 900_000],
])('a server that asks for %s ms is given %i', (retryAfterMs, waited) => {
  expect(askedPauseMs(retryAfterMs === undefined ? {} : { retryAfterMs })).toBe(waited)
})
