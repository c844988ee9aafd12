import { withValueAt, type Section } from './paths'
import { settings } from './settings'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The environment in the shape of a configuration. An empty variable counts as not set. With a `prefix` such as `TEHRAN_`: the settings of
 * the company `tehran` among several.
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

/** The variable prefix of one company among several: `TEHRAN_1_` of `tehran-1`. */
export function prefixOf(company: string): string {
  return `${company.toUpperCase().replaceAll('-', '_')}_`
}

/** Without the white space round it, but for passwords, of which it may be a part. An empty variable counts as not set. */
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
    case 'rules.leaseMs':
    case 'rules.sweepEveryMs':
      return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : Number.NaN
    // Anything but yes and no is left for the core to refuse: taken for no, it would switch off in silence what it was to switch on.
    case 'rules.contact.onDelete':
      return text === 'yes' ? 'deactivate' : text === 'no' ? 'nothing' : text
    case 'rules.contact.writeBackRecordId':
      return text === 'yes' ? true : text === 'no' ? false : text
  }
  return text
}
