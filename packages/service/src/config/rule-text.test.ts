import { expect, it } from 'vitest'
import { readSiteRule } from './rule-text'

it.each([
  ['2', 2],
  [' 2 ', 2],
  ['PI_5=2, default=1', { PI_5: 2, default: 1 }],
  ['فروش رسمی = 2، default=1', { 'فروش رسمی': 2, default: 1 }],
  ['-2', NaN],
  ['2.5', NaN],
  ['two', NaN],
  ['PI_5=2, PI_5=3', NaN],
  ['PI_5=', { '': NaN }],
  ['PI_5=2, 3', { PI_5: 2, '': NaN }],
])('reads %j as a code or as a table of codes', (text, value) => {
  expect(readSiteRule('saleKind', text)).toEqual(value)
})

it('reads a title with an equals sign in a table', () => {
  expect(readSiteRule('title', 'PI_5=پیش فاکتور (a=b)')).toEqual({ PI_5: 'پیش فاکتور (a=b)' })
})

it('reads none as no intermediary', () => {
  expect(readSiteRule('intermediary', 'PI_5=none, default=31')).toEqual({ PI_5: null, default: 31 })
})
