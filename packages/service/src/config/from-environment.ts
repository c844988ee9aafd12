import { SITE_RULES } from '@siagh-sync/sync-core'
import { readUsers } from '../api/access/person'
import { withValueAt, type Section } from './paths'
import { readSiteRule } from './rule-text'
import { settings } from './settings'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the environment into the form of a configuration. An empty variable counts as not set. With a `prefix` such
 * as `TEHRAN_`: reads the settings of the company `tehran`, if there are several companies.
 */
export function fromEnvironment(environment: Environment, prefix = ''): Section {
  const given = givenSettings(environment)
  return settings
    .filter(({ isOfCompany }) => prefix === '' || isOfCompany)
    .filter(({ variable }) => variable !== 'STORE_FILE' || given['DATABASE_URL'] === undefined)
    .reduce<Section>((section, { path, variable }) => {
      const text = given[prefix + variable]
      return text === undefined ? section : withValueAt(section, path, valueOf(path, text))
    }, {})
}

/** The variable prefix of one company among several. `tehran-1` has `TEHRAN_1_`. */
export function prefixOf(company: string): string {
  return `${company.toUpperCase().replaceAll('-', '_')}_`
}

/** The variables without spaces around them. Passwords keep their spaces. An empty variable counts as not set. */
function givenSettings(environment: Environment): Environment {
  const entries = Object.entries(environment).flatMap(([name, value = '']): [string, string][] => {
    const trimmed = value.trim()
    return trimmed === '' ? [] : [[name, name.endsWith('_PASSWORD') ? value : trimmed]]
  })
  return Object.fromEntries(entries)
}

function valueOf(path: string, text: string): unknown {
  switch (path) {
    case 'webhook.secrets':
      return text.split(',').map((secret) => secret.trim())
    case 'users':
      return readUsers(text)
    // A number holds the first writes of each kind. The schema refuses any other text.
    case 'hold':
      return /^\d{1,9}$/.test(text) ? { contacts: Number(text), preInvoices: Number(text) } : text
    case 'rules.contactListLagMs':
    case 'rules.leaseMs':
    case 'rules.sweepEveryMs':
      return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : Number.NaN
    // The core refuses any text except `yes` and `no`. If such a text counted as `no`, the rule would be off without
    // a message.
    case 'rules.contact.onDelete':
      return text === 'yes' ? 'deactivate' : text === 'no' ? 'nothing' : text
    case 'rules.contact.writeBackRecordId':
      return text === 'yes' ? true : text === 'no' ? false : text
  }
  const rule = SITE_RULES.find((name) => path === `rules.preInvoice.${name}`)
  return rule === undefined ? text : readSiteRule(rule, text)
}
