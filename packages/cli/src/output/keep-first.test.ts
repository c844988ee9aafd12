import { expect, it } from 'vitest'
import { keepFirst } from './keep-first'

it('keeps the same rows in the same order, however they come', () => {
  for (const order of [
    [1, 2, 3, 4, 5],
    [5, 4, 3, 2, 1],
    [3, 5, 1, 4, 2],
  ]) {
    const rows: number[] = []
    for (const row of order) keepFirst(rows, row, 3, (one, other) => one - other)
    expect(rows).toEqual([1, 2, 3])
  }
})

it('keeps fewer where there are fewer', () => {
  const rows: number[] = []
  keepFirst(rows, 2, 3, (one, other) => one - other)
  keepFirst(rows, 2, 3, (one, other) => one - other)
  expect(rows).toEqual([2, 2])
})
