import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint'

test('the order of keys does not matter, at any depth', () => {
  expect(fingerprintOf({ a: 1, b: { c: [{ d: 2, e: 3 }], f: 4 } })).toBe(
    fingerprintOf({ b: { f: 4, c: [{ e: 3, d: 2 }] }, a: 1 }),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      const reversed = Object.fromEntries(Object.entries(record).reverse())
      expect(fingerprintOf(reversed)).toBe(fingerprintOf(record))
    }),
  )
})

test('order in an array, values and names do matter', () => {
  const prints = [{ a: [1, 2] }, { a: [2, 1] }, { b: [1, 2] }, { a: ['1', '2'] }, { a: null }, {}].map(fingerprintOf)
  expect(new Set(prints).size).toBe(6)
})

test('what is undefined does not count', () => {
  expect(fingerprintOf({ a: 1, b: undefined })).toBe(fingerprintOf({ a: 1 }))
})

test('a fingerprint is 64 hex digits, whatever it is of', () => {
  expect(fingerprintOf('علی')).toMatch(/^[0-9a-f]{64}$/)
  expect(fingerprintOf(undefined)).toMatch(/^[0-9a-f]{64}$/)
})
