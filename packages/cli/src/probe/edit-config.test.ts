import type { Proposal } from '@siagh-sync/probe'
import { describe, expect, it } from 'vitest'
import { configText } from '../init/config-text'
import { editJson, editTypeScript } from './edit-config'

const because = { code: 'probe_nothing_to_do' }
const proposal = (path: string, data: boolean | string | string[]): Proposal => ({
  path,
  value: { is: 'data', data },
  because,
})
const comment = ({ path }: Proposal) => `why ${path}`

const init = configText({
  ...{ siaghUrl: 'http://a.test', siaghUsername: 'u', crmUrl: 'http://b.test', crmUsername: 'u' },
  ...{ saleKind: '1', saleModel: '', salesCentre: '', paymentKind: '', intermediary: '', documentTitle: '' },
  ...{ store: 'sqlite' as const, publicUrl: '', category: '' },
})

/** The lines that an edit adds to the file of init, which has all the other ones as before. */
function added(proposals: readonly Proposal[], text = init): readonly string[] | undefined {
  const edited = editTypeScript(text, proposals, comment)
  if (edited === undefined) return undefined
  const lines = edited.text.split('\n')
  const old = text.split('\n')
  const kept = lines.filter((line) => old.includes(line))
  expect(kept.join('\n')).toBe(text)
  return lines.filter((line) => !old.includes(line))
}

describe('editTypeScript', () => {
  it('puts type keys of two kinds into one new section', () => {
    const proposals = [proposal('find.typeKeys.person', ["a'b", 'C\\d']), proposal('find.typeKeys.invoice', ['PI_5'])]
    expect(added(proposals)).toEqual([
      '    // why find.typeKeys.person',
      '    // why find.typeKeys.invoice',
      "    find: { typeKeys: { person: ['a\\'b', 'C\\\\d'], invoice: ['PI_5'] } },",
    ])
  })

  it('puts a rule into the section that init has opened', () => {
    const proposals = [proposal('preInvoice.totals.discount', 'included'), proposal('letters', 'arabic')]
    expect(added(proposals)).toEqual([
      '    // why letters',
      "    letters: 'arabic',",
      '      // why preInvoice.totals.discount',
      "      totals: { discount: 'included' },",
    ])
  })

  it('shows the changed lines below the line that they follow', () => {
    expect(editTypeScript(init, [proposal('letters', 'arabic')], comment)?.diff).toEqual([
      '   rules: {',
      '+    // why letters',
      "+    letters: 'arabic',",
    ])
  })

  it('keeps the ends of lines as Windows writes them', () => {
    const text = init.replaceAll('\n', '\r\n')
    const edited = editTypeScript(text, [proposal('letters', 'arabic')], comment)?.text ?? ''
    expect(edited.replaceAll('\r\n', '').includes('\n')).toBe(false)
    expect(edited.length).toBeGreaterThan(text.length)
  })

  it.each([
    ['without a block of rules', init.replace('rules: {', 'rules:{')],
    ['without our import, where it is needed', init.replace("'@siagh-sync/cli'", "'./kit'")],
  ])('does not try a file %s', (_what, text) => {
    const value = { is: 'prefixed', prefix: 'C-', offset: 0 } as const
    expect(editTypeScript(text, [{ path: 'customerNumber', value, because }], comment)).toBeUndefined()
  })
})

describe('editJson', () => {
  it.each([
    ['an empty file', '', undefined],
    ['comments', '{ // mine\n}', undefined],
    ['a list', '[]', undefined],
    ['rules that are no object', '{"rules": 1}', undefined],
    ['no rules', '{"company": "a"}', { company: 'a', rules: { find: { typeKeys: { quote: ['Q'] } } } }],
  ])('of %s', (_what, text, expected) => {
    const edited = editJson(text, [proposal('find.typeKeys.quote', ['Q'])])
    expect(edited && JSON.parse(edited.text)).toEqual(expected)
  })

  it('cannot say a codec', () => {
    const value = { is: 'prefixed', prefix: 'C-', offset: 0 } as const
    expect(editJson('{}', [{ path: 'customerNumber', value, because }])).toBeUndefined()
  })
})
