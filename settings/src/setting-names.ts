/** Every setting that the service and the command line take from the environment. */
export const settingNames: readonly string[] = [
  'ROLE',
  'SIAGH_URL',
  'SIAGH_USERNAME',
  'SIAGH_PASSWORD',
  'SIAGH_PASSWORD_MD5',
  'CRM_URL',
  'CRM_USERNAME',
  'CRM_PASSWORD',
  'WEBHOOK_SECRET',
  'WEBHOOK_PUBLIC_URL',
  'WEBHOOK_TEST',
  'OPERATOR_TOKEN',
  'HOST',
  'PORT',
  'STORE_FILE',
  'DATABASE_URL',
  'DATABASE_SCHEMA',
  'QUEUE_URL',
  'QUEUE_PREFIX',
  'COMPANY',
  'ACCEPT_NEW_SERVERS',
  'CONCURRENCY',
  'LEASE_SECONDS',
  'SWEEP_SECONDS',
  'STOP_SECONDS',
  'DRAIN_SECONDS',
  'LOG_LEVEL',
  'DEACTIVATE_DELETED',
  'WRITE_BACK_RECORD_ID',
]

/**
 * The settings that `environment` has, without the white space round them, but for passwords, of which it may be a part. An empty one counts
 * as not set.
 */
export function givenSettings(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(environment).flatMap(([name, value = '']): [string, string][] => {
    const trimmed = value.trim()
    return trimmed === '' ? [] : [[name, name.endsWith('_PASSWORD') ? value : trimmed]]
  })
  return Object.fromEntries(entries)
}

/** The setting that was meant by `name`, where that is none but looks much like one: `store_file`, `SIAGH-URL`, `DATABSE_URL`. */
export function meantBy(name: string): string | undefined {
  if (settingNames.includes(name)) return undefined
  const spelt = spell(name)
  return settingNames.find((known) => {
    const other = spell(known)
    // Among short names, such as PORT and SORT, one letter makes another word.
    return other === spelt || (other.length >= 6 && distance(other, spelt) <= 2)
  })
}

const spell = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** How many letters have to be put in, left out or replaced to come from one word to the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of Array.from(one).entries()) {
    const above = row
    row = [index + 1]
    for (const [place, candidate] of Array.from(other).entries()) {
      const replaced = (above[place] ?? 0) + (letter === candidate ? 0 : 1)
      row.push(Math.min(replaced, (above[place + 1] ?? 0) + 1, (row[place] ?? 0) + 1))
    }
  }
  return row.at(-1) ?? 0
}
