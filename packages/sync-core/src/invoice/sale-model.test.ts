import { expect, test } from 'vitest'
import { saleModelOfTypeCode, titleOfTypeCode } from './sale-model'

test.each([
  ['PI_5', 5],
  ['PI_12', 12],
  ['PI_۵', 5],
  ['B2B_7', 7],
  ['PI', 1],
  ['', 1],
  [undefined, 1],
])('the sale model of %s is %i', (typeCode, model) => {
  expect(saleModelOfTypeCode(typeCode)).toBe(model)
})

test('the title names the type where there is one', () => {
  expect(titleOfTypeCode('PI_5')).toBe('پیش فاکتور فروش PI_5')
  expect(titleOfTypeCode()).toBe('پیش فاکتور فروش')
})
