import { merge } from './merge'
import { isSection, valueAt, type Section } from './paths'

/** A company as it was given, and where in the file it stands. */
export interface GivenCompany {
  readonly name: string
  readonly at: readonly PropertyKey[]
  readonly own: Section
}

const OWN_OF_WEBHOOK = ['secrets', 'publicUrl']

/** The company of a configuration without a list of companies. */
export function onlyCompany({ siagh, crm, rules, webhook }: Section): GivenCompany {
  const own = isSection(webhook) ? entriesOf(webhook, (name) => OWN_OF_WEBHOOK.includes(name)) : undefined
  return { name: '', at: [], own: present({ siagh, crm, rules, webhook: own }) }
}

/** The companies of a list. What a company does not say, it has from the sections that stand outside of the list: all but its webhooks. */
export function companiesOf(list: unknown, { siagh, crm, rules }: Section): GivenCompany[] {
  return (Array.isArray(list) ? list : []).filter(isSection).map(({ name, ...own }, index) => ({
    name: String(name),
    at: ['companies', index],
    own: merge(own, present({ siagh, crm, rules })),
  }))
}

/** What no company has of its own. */
export function sharedPart({ siagh: _siagh, crm: _crm, rules: _rules, webhook, ...shared }: Section): Section {
  if (webhook === undefined) return shared
  return {
    ...shared,
    webhook: isSection(webhook) ? entriesOf(webhook, (name) => !OWN_OF_WEBHOOK.includes(name)) : webhook,
  }
}

// The name becomes a part of a path and of variables.
const NAME = /^[a-z](-?[a-z0-9]){0,39}$/
const TAKEN = ['identity', 'invoice', 'quote', 'test']

/** What is wrong with several companies beside one another, a sentence each. */
export function listFaults(list: unknown, { company, webhook }: Section): string[] {
  if (!Array.isArray(list) || list.length === 0 || !list.every(isSection))
    return ['companies must be a list of objects.']
  const names = list.map(({ name }) => name)
  const secrets = list.map((company) => [valueAt(company, 'webhook.secrets') ?? []].flat())
  return [
    ...list.flatMap(({ name }, index) => {
      const at = `companies.${index}.name`
      if (typeof name !== 'string' || !NAME.test(name))
        return [`${at} must be of small Latin letters, digits and -, with a letter first.`]
      if (TAKEN.includes(name)) return [`${at} must not be ${TAKEN.join(', ')}: a path is called so.`]
      return names.indexOf(name) < index ? [`${at} must not be the name of another company.`] : []
    }),
    ...secrets.flatMap((own, index) =>
      own.some((secret) => secrets.slice(0, index).flat().includes(secret))
        ? [`companies.${index}.webhook.secrets must not hold a secret of another company.`]
        : [],
    ),
    ...(company === undefined || names.includes(company)
      ? []
      : [`company (COMPANY) must be one of the companies: ${names.map(String).join(', ')}.`]),
    ...OWN_OF_WEBHOOK.filter((name) => valueAt(webhook, name) !== undefined).map(
      (name) => `webhook.${name} must be set for each of the companies, not for all of them.`,
    ),
  ]
}

/**
 * A sentence for each company that has the books of another one: every record would be made twice. Two branches of one Siagh have a user
 * each.
 */
export function sharedBooks(companies: readonly GivenCompany[]): string[] {
  const books = companies.map(({ own }) => BOOKS.map((path) => plainAddress(valueAt(own, path))).join(' '))
  return companies.flatMap(({ at, name }, index) => {
    const owner = companies[books.indexOf(books[index] ?? '')]
    if (at.length === 0 || owner === undefined || owner.name === name || books[index]?.includes('?')) return []
    return [
      `${at.join('.')} must not have the Siagh, the user of Siagh and the CRM of ${owner.name}: both would write the same books.`,
    ]
  })
}

const BOOKS = ['siagh.baseUrl', 'siagh.username', 'crm.baseUrl']

/** Without what may differ in the address of one server; `?`: nothing that can be compared. */
function plainAddress(value: unknown): string {
  if (typeof value !== 'string') return '?'
  return value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')
}

function entriesOf(section: Section, isWanted: (name: string) => boolean): Section {
  return Object.fromEntries(Object.entries(section).filter(([name]) => isWanted(name)))
}

function present(section: Section): Section {
  return Object.fromEntries(Object.entries(section).filter(([, value]) => value !== undefined))
}
