import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPackedRows } from './packed-rows'

test('gives every row back as it was, without what says nothing', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, '', undefined),
  )
  const row = fc.dictionary(
    fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
    value,
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const packed = createPackedRows<Record<string, unknown>>()
      for (const one of rows) packed.push(one)
      expect(packed.length()).toBe(rows.length)
      for (const [index, one] of rows.entries()) {
        const said = Object.entries(one).filter(([, field]) => field !== null && field !== '' && field !== undefined)
        expect(Object.entries(packed.at(index)).sort()).toEqual(said.sort())
      }
    }),
  )
})

test('holds a row that is larger than a chunk, and rows after it', () => {
  const packed = createPackedRows<{ text: string }>()
  const rows = [{ text: 'a' }, { text: 'ب'.repeat(5_000_000) }, { text: 'c' }]
  for (const row of rows) packed.push(row)
  expect(rows.every(({ text }, index) => packed.at(index).text === text)).toBe(true)
})

test('has no row that was not put in', () => {
  expect(() => createPackedRows().at(0)).toThrow(RangeError)
})
