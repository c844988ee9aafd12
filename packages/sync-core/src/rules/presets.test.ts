import { describe, expect, it } from 'vitest'
import { any, approved, hasCategory, hasCustomerNumber, isOfType } from '../rules'

describe('hasCategory', () => {
  it.each([
    ['the name', { name: 'مشتری' }, true],
    ['the name in Arabic letters', { name: 'مشتري' }, true],
    ['the key', { key: 'VIP' }, true],
    ['another one', { name: 'همکار', key: 'partner' }, false],
    ['neither name nor key', {}, false],
  ])('looks at the name and the key: %s', (_what, category, expected) => {
    expect(hasCategory('مشتری', 'vip')({ categories: [{ key: 'x' }, category] })).toBe(expected)
  })

  it('refuses an identity without categories', () => {
    expect(hasCategory('vip')({})).toBe(false)
  })

  it.each([[[]], [['']], [['vip', ' ']]])('throws for %j', (names) => {
    expect(() => hasCategory(...names)).toThrow('hasCategory needs at least one name')
    expect(() => isOfType(...names)).toThrow('isOfType needs at least one name')
  })
})

it.each([
  ['PI_5', true],
  ['pi_5 ', true],
  ['PI_6', false],
  [undefined, false],
])('isOfType looks at the type code: %s', (crmObjectTypeCode, expected) => {
  expect(isOfType('PI_5')(crmObjectTypeCode === undefined ? {} : { crmObjectTypeCode })).toBe(expected)
})

it.each([
  ['C-77', true],
  [' ', false],
  [undefined, false],
])('hasCustomerNumber: %j', (customerNumber, expected) => {
  expect(hasCustomerNumber()(customerNumber === undefined ? {} : { customerNumber })).toBe(expected)
})

it.each([
  [2, true],
  [1, false],
  [undefined, false],
])('approved: state %s', (billableObjectStateIndex, expected) => {
  expect(approved()(billableObjectStateIndex === undefined ? {} : { billableObjectStateIndex })).toBe(expected)
})

it('any accepts everything', () => {
  expect(any()()).toBe(true)
})
