import { describe, expect, it } from 'vitest'
import { coreSaying } from '../messages/core-messages'
import type { StoredError } from '../ports/store'
import { resolveRules, type RulesInput } from '../rules'
import { isMendedByRules } from './mended-by-rules'

const SITE = { saleKind: 2, saleModel: 1, salesCentre: 2, paymentKind: 2, intermediary: null, title: 'سند' }

const { saleKind: _kind, ...withoutKind } = SITE
const { title: _title, ...withoutTitle } = SITE

const failure = (
  kind: StoredError['kind'],
  path = '',
  code?: 'rule_not_set' | 'several_readings_fit' | 'above_zero',
) => {
  const details = code ? [coreSaying('issue', { path, reason: { code } })] : []
  const said = { message: coreSaying('record_cannot_go', { record: 'invoice', count: 1 }), details }
  return { error: { kind, message: '', details: code ? [`${path}: …`] : [], said } satisfies StoredError }
}

describe('a failure that other rules may end', () => {
  it.each<[string, boolean, ReturnType<typeof failure>, RulesInput]>([
    ['a rule was unset, and is set', true, failure('invalid_data', 'rules.preInvoice.saleKind', 'rule_not_set'), {}],
    [
      'a rule is still unset',
      false,
      failure('invalid_data', 'rules.preInvoice.saleKind', 'rule_not_set'),
      { preInvoice: withoutKind },
    ],
    [
      'another rule is unset',
      true,
      failure('invalid_data', 'rules.preInvoice.saleKind', 'rule_not_set'),
      { preInvoice: withoutTitle },
    ],
    ['a rule chooses the reading', true, failure('invalid_data', 'finalValue', 'several_readings_fit'), {}],
    ['a field of the record is wrong', false, failure('invalid_data', 'details.0.count', 'above_zero'), {}],
    ['a customer is no account party', false, failure('no_account_party'), {}],
    ['the rule bills contacts', true, failure('no_account_party'), { preInvoice: { ...SITE, customer: 'contact' } }],
    ['Siagh refuses', false, failure('rejected'), {}],
  ])('%s: %s', (_what, expected, entry, rules) => {
    const input = rules.preInvoice ? rules : { preInvoice: SITE }
    expect(isMendedByRules(entry, resolveRules(input))).toBe(expected)
  })
})
