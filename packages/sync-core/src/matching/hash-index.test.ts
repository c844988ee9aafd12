import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHashIndex } from './hash-index'

test('finds what a Map of lists would find, in the same order', () => {
  const entries = fc.array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('a', 'b', '')), fc.nat(50)), {
    maxLength: 3_000,
  })
  fc.assert(
    fc.property(entries, (added) => {
      const index = createHashIndex()
      const map = new Map<string, Set<number>>()
      for (const [key, number] of added) {
        index.add(key, number)
        map.set(key, (map.get(key) ?? new Set()).add(number))
      }
      for (const [key, numbers] of map) expect(index.of(key)).toEqual([...numbers])
      expect(index.of('not there at all')).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('tells 100,000 keys apart that differ in little', () => {
  const index = createHashIndex()
  const keyOf = (number: number) => `0912${String(number).padStart(7, '0')}`
  for (let number = 0; number < 100_000; number += 1) index.add(keyOf(number), number)
  const wrong = Array.from({ length: 100_000 }, (_, number) => number).filter((number) => {
    const found = index.of(keyOf(number))
    return found.length !== 1 || found[0] !== number
  })
  expect(wrong).toEqual([])
})
