import type { z } from 'zod'

/** Where the environment has a setting of the file. */
const VARIABLES: Readonly<Record<string, string>> = {
  company: 'COMPANY',
  acceptNewServers: 'ACCEPT_NEW_SERVERS',
  'siagh.baseUrl': 'SIAGH_URL',
  'siagh.username': 'SIAGH_USERNAME',
  'siagh.password': 'SIAGH_PASSWORD',
  'siagh.passwordMd5': 'SIAGH_PASSWORD_MD5',
  'crm.baseUrl': 'CRM_URL',
  'crm.username': 'CRM_USERNAME',
  'crm.password': 'CRM_PASSWORD',
  'store.file': 'STORE_FILE',
  'store.url': 'DATABASE_URL',
  'store.schema': 'DATABASE_SCHEMA',
  'queue.url': 'QUEUE_URL',
  'queue.prefix': 'QUEUE_PREFIX',
  'webhook.secrets': 'WEBHOOK_SECRET',
  'webhook.publicUrl': 'WEBHOOK_PUBLIC_URL',
  'webhook.host': 'HOST',
  'webhook.port': 'PORT',
  'webhook.test': 'WEBHOOK_TEST',
  concurrency: 'CONCURRENCY',
  logLevel: 'LOG_LEVEL',
}

/** What a setting must be, as the rest of a sentence that begins with its name. No value is repeated: it may be a password. */
export function demand(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys') return `has no setting ${issue.keys.map((key) => `'${key}'`).join(', ')}`
  if (issue.code !== 'invalid_type') return undefined
  return issue.input === undefined ? 'must be set' : `must be of type ${issue.expected}`
}

/** What is wrong with a configuration, one sentence each. */
export function sentencesOf(error: z.ZodError): string[] {
  return error.issues.map(({ path, message }) => {
    // The core has made whole sentences of its own.
    if (path[0] === 'rules' && /^rules[ .]/.test(message)) return withVariables(message)
    return `${nameOf(path)} ${message}.`
  })
}

/** Rules that the environment can set, in other words and units. */
const RULES: readonly (readonly [rule: string, variable: string])[] = [
  ['rules.leaseMs', 'LEASE_SECONDS'],
  ['rules.sweepEveryMs', 'SWEEP_SECONDS'],
  ['rules.contact.onDelete', 'DEACTIVATE_DELETED, yes or no'],
  ['rules.contact.writeBackRecordId', 'WRITE_BACK_RECORD_ID, yes or no'],
]

function withVariables(message: string): string {
  return RULES.reduce((told, [rule, variable]) => told.replace(`${rule} `, `${rule} (${variable}) `), message)
}

function nameOf(path: readonly PropertyKey[]): string {
  const setting = path.map(String).join('.')
  const variable = VARIABLES[setting] ?? VARIABLES[path.slice(0, 2).map(String).join('.')]
  const name = setting || 'The configuration'
  return variable === undefined ? name : `${name} (${variable})`
}
