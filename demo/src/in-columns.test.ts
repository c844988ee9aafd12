import { expect, it } from 'vitest'
import { inColumns } from './in-columns'

it('counts a half-space as a space and marks as nothing, since that is how a terminal draws them', () => {
  expect(inColumns(' نمونه\u200cپور  مُحمد\u200f ', 20)).toBe('نمونه پور محمد')
})

it('shortens what is too long to exactly the width of the column', () => {
  expect(inColumns('بازرگانی پندار تجارت', 10)).toBe('بازرگانی …')
  expect(Array.from(inColumns('😀'.repeat(12), 10))).toHaveLength(10)
})
