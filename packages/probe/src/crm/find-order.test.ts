import { expect, it } from 'vitest'
import { orderOf } from './find-order'

it.each([
  ['rising and falling', [1, 2, 3], [3, 2, 1], 'by-date'],
  ['a part of each, from both ends', [1, 2], [9, 8], 'by-date'],
  ['rising in both directions', [1, 2, 3], [1, 2, 3], 'none'],
  ['falling and rising', [3, 2, 1], [1, 2, 3], 'reversed'],
  ['in no order', [2, 1, 3], [3, 2, 1], 'none'],
  ['one date', [1, 1], [1, 1], 'unknown'],
  ['no date', [], [], 'unknown'],
])('%s', (_what, up, down, expected) => {
  expect(orderOf(up, down)).toBe(expected)
})
