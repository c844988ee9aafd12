import { expect, it } from 'vitest'
import { resolveConfig } from './resolve-config'

const servers = {
  siagh: { baseUrl: 'http://10.0.0.5', username: 'sync', password: 'word' },
  crm: { baseUrl: 'http://10.0.0.6', username: 'sync', password: 'word' },
}
const own = (name: string) => ({ name, webhook: { secrets: [`secret-of-company-${name}`] } })

const faultsOf = (given: object) => resolveConfig(given)._unsafeUnwrapErr().details

it('gives each company what stands outside of the list, but for its webhooks, and places of its own', () => {
  const crm = { ...servers.crm, baseUrl: 'http://10.0.0.7' }
  const companies = [own('tehran'), { ...own('shiraz'), crm, rules: { leaseMs: 90_000 } }]
  const config = resolveConfig({ ...servers, rules: { money: 'toman' }, concurrency: 2, companies })._unsafeUnwrap()
  expect(config.companies).toMatchObject([
    { company: 'tehran', mount: '/tehran', ...servers, rules: { money: 'toman' }, concurrency: 2 },
    { company: 'shiraz', mount: '/shiraz', crm, rules: { money: 'toman', leaseMs: 90_000 } },
  ])
  expect(config.companies.map(({ webhook }) => webhook.secrets)).toEqual([
    ['secret-of-company-tehran'],
    ['secret-of-company-shiraz'],
  ])
})

it('chooses one of them, and keeps its places', () => {
  const companies = [own('tehran'), own('shiraz')]
  const config = resolveConfig({ ...servers, companies, company: 'shiraz' })._unsafeUnwrap()
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
    'companies.0.name must be of small Latin letters, digits and -, 40 at most.',
  ],
  [
    'a name that makes another path',
    [own('a/b')],
    'companies.0.name must be of small Latin letters, digits and -, 40 at most.',
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
    [own('a'), { ...own('a'), name: 'b' }],
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
