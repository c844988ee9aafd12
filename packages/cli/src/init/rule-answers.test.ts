import { expect, it } from 'vitest'
import { english } from '../../test/english'
import { openRules, ruleFault, siteRulesOf } from './rule-answers'

it.each([
  ['saleKind', '', undefined],
  ['saleKind', '۲', undefined],
  ['saleKind', 'رسمی=2، default=1', undefined],
  ['saleKind', 'none', 'A whole number such as 2, or type codes such as PI_5=2, default=1'],
  ['saleModel', 'PI_5=2, PI_5=3', 'A whole number such as 2, or type codes such as PI_5=2, default=1'],
  ['salesCentre', '-1', 'A whole number such as 2, or type codes such as PI_5=2, default=1'],
  ['intermediary', 'ندارد', undefined],
  ['intermediary', 'x', 'A whole number such as 31, or none, or type codes such as PI_5=31, default=none'],
  ['documentTitle', 'پیش فاکتور فروش', undefined],
  ['documentTitle', 'PI_5=فاکتور, سند', 'A text, or type codes such as PI_5=فاکتور, default=پیش فاکتور'],
] as const)('says what is wrong with an answer: %s %j', (name, text, fault) => {
  const found = ruleFault(name, text)
  expect(found && english.tell(found)).toBe(fault)
})

it('reads the answers as rules, and knows which are left open', () => {
  const rules = siteRulesOf({
    saleKind: '۲',
    saleModel: 'PI_5=5, default=1',
    intermediary: 'ندارد',
    documentTitle: 'سند',
  })
  expect(rules).toEqual({ saleKind: 2, saleModel: { PI_5: 5, default: 1 }, intermediary: null, title: 'سند' })
  expect(openRules(rules)).toEqual(['salesCentre', 'paymentKind'])
})
