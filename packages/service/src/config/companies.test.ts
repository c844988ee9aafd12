import { expect, it } from 'vitest'
import { resolveConfig } from './resolve-config'
import { expectErr, expectOk } from '../../../../test-support/results'

const servers = {
  siagh: { baseUrl: 'http://10.0.0.5', username: 'sync', password: 'word' },
  crm: { baseUrl: 'http://10.0.0.6', username: 'sync', password: 'word' },
}
const own = (name: string) => ({
  name,
  siagh: { username: `sync-${name}` },
  webhook: { secrets: [`secret-of-company-${name}`] },
})

const faultsOf = (given: object) => expectErr(resolveConfig(given)).details

it('gives each company what stands outside of the list, but for its webhooks, and places of its own', () => {
  const crm = { ...servers.crm, baseUrl: 'http://10.0.0.7' }
  const companies = [own('tehran'), { ...own('shiraz'), crm, rules: { leaseMs: 90_000 } }]
  const config = expectOk(resolveConfig({ ...servers, rules: { money: 'toman' }, concurrency: 2, companies }))
  expect(config.companies).toMatchObject([
    { company: 'tehran', mount: '/tehran', crm: servers.crm, rules: { money: 'toman' }, concurrency: 2 },
    { company: 'shiraz', mount: '/shiraz', crm, rules: { money: 'toman', leaseMs: 90_000 } },
  ])
  expect(config.companies.map(({ webhook }) => webhook.secrets)).toEqual([
    ['secret-of-company-tehran'],
    ['secret-of-company-shiraz'],
  ])
})

it('takes the table of a company in place of the table outside of the list, and no value of it', () => {
  const rules = { preInvoice: { saleKind: { PI_5: 2, default: 1 }, saleModel: 1 } }
  const companies = [own('tehran'), { ...own('shiraz'), rules: { preInvoice: { saleKind: { PI_6: 3 } } } }]
  const config = expectOk(resolveConfig({ ...servers, rules, companies }))
  expect(config.companies.map((company) => company.rules.preInvoice)).toEqual([
    rules.preInvoice,
    { saleKind: { PI_6: 3 }, saleModel: 1 },
  ])
})

it('chooses one of them, and keeps its places', () => {
  const companies = [own('tehran'), own('shiraz')]
  const config = expectOk(resolveConfig({ ...servers, companies, company: 'shiraz' }))
  expect(config.companies).toMatchObject([{ company: 'shiraz', mount: '/shiraz' }])
  expect(faultsOf({ ...servers, companies, company: 'yazd' })).toEqual([
    'company (COMPANY) must be one of the companies: tehran, shiraz.',
  ])
})

it.each([
  ['no list', {}, 'companies must be a list of objects.'],
  ['an empty list', [], 'companies must be a list of objects.'],
  [
    'a name of other letters',
    [own('تهران')],
    'companies.0.name must be of small Latin letters, digits and -, with a letter first.',
  ],
  [
    'a name that makes another path',
    [own('a/b')],
    'companies.0.name must be of small Latin letters, digits and -, with a letter first.',
  ],
  [
    'a name that makes variables which .env refuses',
    [own('2nd')],
    'companies.0.name must be of small Latin letters, digits and -, with a letter first.',
  ],
  [
    'a name that is a kind of record',
    [own('invoice')],
    'companies.0.name must not be identity, invoice, quote, test: a path is called so.',
  ],
  [
    'one name twice',
    [own('a'), { ...own('b'), name: 'a' }],
    'companies.1.name must not be the name of another company.',
  ],
  [
    'one secret for two',
    [own('a'), { ...own('b'), webhook: own('a').webhook }],
    'companies.1.webhook.secrets must not hold a secret of another company.',
  ],
  ['a setting that all share', [{ ...own('a'), concurrency: 3 }], "companies.0 has no setting 'concurrency'."],
  [
    'a wrong setting',
    [{ ...own('a'), crm: { baseUrl: 'crm' } }],
    'companies.0.crm.baseUrl (A_CRM_URL) must be an address such as http://10.0.0.6.',
  ],
])('refuses %s', (_, companies, sentence) => {
  expect(faultsOf({ ...servers, companies })).toEqual([sentence])
})

it('refuses a secret for all of them', () => {
  const webhook = { secrets: ['a-secret-for-everybody'] }
  expect(faultsOf({ ...servers, webhook, companies: [own('a')] })).toEqual([
    'webhook.secrets must be set for each of the companies, not for all of them.',
  ])
})

it.each([
  ['the same', {}],
  ['with a slash at the end', { siagh: { baseUrl: 'http://10.0.0.5/', username: 'Sync-a ' } }],
  ['over https', { crm: { baseUrl: 'https://10.0.0.6' } }],
])('refuses two companies with the same books: %s', (_, section) => {
  const second = { ...own('a'), ...section, ...{ name: 'b', webhook: own('b').webhook } }
  expect(faultsOf({ ...servers, companies: [own('a'), second] })).toEqual([
    'companies.1 must not have the Siagh, the user of Siagh and the CRM of a: both would write the same books.',
  ])
  expect(faultsOf({ ...servers, companies: [own('a'), second], company: 'b' })).toHaveLength(1)
})

it('lets two branches of one Siagh have a user each, and two companies one Siagh with a CRM each', () => {
  const crm = { ...servers.crm, baseUrl: 'http://10.0.0.7' }
  for (const second of [own('b'), { ...own('b'), siagh: own('a').siagh, crm }]) {
    expect(resolveConfig({ ...servers, companies: [own('a'), second] }).isOk()).toBe(true)
  }
})
