import type { EntityKind } from '@siagh-sync/sync-core'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { serviceSaying } from '../messages/service-messages'
import { merge } from './merge'
import { isSection, valueAt, type Section } from './paths'

/** A company as it was given, and its place in the file. */
export interface GivenCompany {
  readonly name: string
  readonly at: readonly PropertyKey[]
  readonly own: Section
}

const OWN_OF_WEBHOOK = ['secrets', 'publicUrl']

/** The company of a configuration without a list of companies. */
export function onlyCompany({ siagh, crm, rules, mode, hold, webhook }: Section): GivenCompany {
  const own = isSection(webhook) ? entriesOf(webhook, (name) => OWN_OF_WEBHOOK.includes(name)) : undefined
  return { name: '', at: [], own: present({ siagh, crm, rules, mode, hold, webhook: own }) }
}

/**
 * The companies of a list. A company takes what it does not set itself from the sections outside of the list, except
 * for webhooks.
 */
export function companiesOf(list: unknown, { siagh, crm, rules, mode, hold }: Section): GivenCompany[] {
  return (Array.isArray(list) ? list : []).filter(isSection).map(({ name, ...own }, index) => ({
    name: String(name),
    at: ['companies', index],
    own: merge(own, present({ siagh, crm, rules, mode, hold })),
  }))
}

/** The part of the configuration that all companies share. */
export function sharedPart({
  siagh: _siagh,
  crm: _crm,
  rules: _rules,
  mode: _mode,
  hold: _hold,
  webhook,
  ...shared
}: Section): Section {
  if (webhook === undefined) return shared
  return {
    ...shared,
    webhook: isSection(webhook) ? entriesOf(webhook, (name) => !OWN_OF_WEBHOOK.includes(name)) : webhook,
  }
}

// The name becomes a part of a path and of variable names.
const NAME = /^[a-z](-?[a-z0-9]){0,39}$/
const ENDPOINTS: Readonly<Record<EntityKind | 'test', true>> = {
  identity: true,
  invoice: true,
  quote: true,
  test: true,
}
const TAKEN: readonly string[] = Object.keys(ENDPOINTS)

/** The mistakes in the list of companies, one message each. */
export function listFaults(list: unknown, { company, webhook }: Section): Saying[] {
  if (!Array.isArray(list) || list.length === 0 || !list.every(isSection))
    return [faultOf('companies', serviceSaying('no_companies'))]
  const names = list.map(({ name }) => name)
  const secrets = list.map((company) => [valueAt(company, 'webhook.secrets') ?? []].flat())
  return [
    ...list.flatMap(({ name }, index) => {
      const at = `companies.${index}.name`
      if (typeof name !== 'string' || !NAME.test(name)) return [faultOf(at, serviceSaying('no_company_name'))]
      if (TAKEN.includes(name)) return [faultOf(at, serviceSaying('company_name_taken', { names: TAKEN.join(', ') }))]
      return names.indexOf(name) < index ? [faultOf(at, serviceSaying('company_name_twice'))] : []
    }),
    ...secrets.flatMap((own, index) =>
      own.some((secret) => secrets.slice(0, index).flat().includes(secret))
        ? [faultOf(`companies.${index}.webhook.secrets`, serviceSaying('secret_of_other'))]
        : [],
    ),
    ...(company === undefined || names.includes(company)
      ? []
      : [faultOf('company (COMPANY)', serviceSaying('company_unknown', { names: names.map(String).join(', ') }))]),
    ...OWN_OF_WEBHOOK.filter((name) => valueAt(webhook, name) !== undefined).map((name) =>
      faultOf(`webhook.${name}`, serviceSaying('set_for_each')),
    ),
  ]
}

/**
 * A message for each company that has the same books as another one: every record would be created twice. Two
 * branches of one Siagh have a user each.
 */
export function sharedBooks(companies: readonly GivenCompany[]): Saying[] {
  const books = companies.map(({ own }) => BOOKS.map((path) => plainAddress(valueAt(own, path))).join(' '))
  return companies.flatMap(({ at, name }, index) => {
    const owner = companies[books.indexOf(books[index] ?? '')]
    if (at.length === 0 || owner === undefined || owner.name === name || books[index]?.includes('?')) return []
    return [faultOf(at.join('.'), serviceSaying('books_shared', { owner: owner.name }))]
  })
}

const BOOKS = ['siagh.baseUrl', 'siagh.username', 'crm.baseUrl']

/** The address in a form for comparing. `?`: it cannot be compared. */
function plainAddress(value: unknown): string {
  if (typeof value !== 'string') return '?'
  return value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')
}

function faultOf(setting: string, fault: Saying): Saying {
  return serviceSaying('setting_fault', { setting, fault })
}

function entriesOf(section: Section, isWanted: (name: string) => boolean): Section {
  return Object.fromEntries(Object.entries(section).filter(([name]) => isWanted(name)))
}

function present(section: Section): Section {
  return Object.fromEntries(Object.entries(section).filter(([, value]) => value !== undefined))
}
