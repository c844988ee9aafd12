/** One setting: where it stands in the configuration file, and its name in the environment. */
export interface Setting {
  /** As in `webhook.port`. */
  readonly path: string
  /** As in `PORT`. */
  readonly variable: string
  /** What it does, a sentence or two. */
  readonly about: string
  /** Whether nobody may read the value: `siagh-sync config` shows dots. */
  readonly isSecret?: true
  /** Whether each of several companies has its own. */
  readonly isOfCompany?: true
}

/**
 * Every setting that the environment knows, in the order in which `siagh-sync config` shows them. The schema has their defaults, and the
 * rules those of the rules.
 */
export const settings: readonly Setting[] = [
  { path: 'siagh.baseUrl', variable: 'SIAGH_URL', about: 'Address of Siagh.', isOfCompany: true },
  { path: 'siagh.username', variable: 'SIAGH_USERNAME', about: 'User of Siagh.', isOfCompany: true },
  {
    path: 'siagh.password',
    variable: 'SIAGH_PASSWORD',
    about: 'Password of this user.',
    isSecret: true,
    isOfCompany: true,
  },
  {
    path: 'siagh.passwordMd5',
    variable: 'SIAGH_PASSWORD_MD5',
    about: 'In place of the password: its MD5. `siagh-sync hash-password` makes it.',
    isSecret: true,
    isOfCompany: true,
  },
  { path: 'crm.baseUrl', variable: 'CRM_URL', about: 'Address of Payamgostar CRM.', isOfCompany: true },
  { path: 'crm.username', variable: 'CRM_USERNAME', about: 'User of the CRM.', isOfCompany: true },
  {
    path: 'crm.password',
    variable: 'CRM_PASSWORD',
    about: 'Password of this user.',
    isSecret: true,
    isOfCompany: true,
  },
  {
    path: 'role',
    variable: 'ROLE',
    about: 'What the process does: both, web (takes webhooks) or worker (handles changes).',
  },
  {
    path: 'webhook.secrets',
    variable: 'WEBHOOK_SECRET',
    about: 'What the address that the CRM calls has to carry. Several are separated by commas.',
    isSecret: true,
    isOfCompany: true,
  },
  {
    path: 'webhook.publicUrl',
    variable: 'WEBHOOK_PUBLIC_URL',
    about: 'Address that the CRM calls, without kind and secret. `siagh-sync check` tries it.',
    isOfCompany: true,
  },
  { path: 'webhook.host', variable: 'HOST', about: 'Address to listen on.' },
  { path: 'webhook.port', variable: 'PORT', about: 'Port to listen on.' },
  {
    path: 'webhook.test',
    variable: 'WEBHOOK_TEST',
    about: 'Whether /webhook/crm/test answers with what it received.',
  },
  {
    path: 'operatorToken',
    variable: 'OPERATOR_TOKEN',
    about: 'Opens /operations. Not set: there is no such endpoint.',
    isSecret: true,
  },
  {
    path: 'store.file',
    variable: 'STORE_FILE',
    about: 'SQLite file. Default: siagh-sync.db beside the configuration file.',
  },
  { path: 'store.url', variable: 'DATABASE_URL', about: 'PostgreSQL in place of the file.', isSecret: true },
  { path: 'store.schema', variable: 'DATABASE_SCHEMA', about: 'Schema in PostgreSQL.' },
  {
    path: 'queue.url',
    variable: 'QUEUE_URL',
    about: 'Redis or PostgreSQL for the queue. Default: the database of the store, or this process.',
    isSecret: true,
  },
  {
    path: 'queue.prefix',
    variable: 'QUEUE_PREFIX',
    about: 'Keeps two installations on one queue apart. Default: the schema, with - in place of _.',
  },
  { path: 'company', variable: 'COMPANY', about: 'Name of the company in store and queue.' },
  {
    path: 'acceptNewServers',
    variable: 'ACCEPT_NEW_SERVERS',
    about: 'For one start: the servers have new names or addresses and are the same servers.',
  },
  {
    path: 'concurrency',
    variable: 'CONCURRENCY',
    about: 'Records that the process handles at once, for each company.',
  },
  {
    path: 'rules.leaseMs',
    variable: 'LEASE_SECONDS',
    about: 'How long a record stays with a worker that died.',
    isOfCompany: true,
  },
  {
    path: 'rules.sweepEveryMs',
    variable: 'SWEEP_SECONDS',
    about: 'How often a worker looks for what the queue has forgotten.',
    isOfCompany: true,
  },
  { path: 'stopSeconds', variable: 'STOP_SECONDS', about: 'How long a stop waits for what runs.' },
  {
    path: 'drainSeconds',
    variable: 'DRAIN_SECONDS',
    about: 'First part of a stop, in which webhooks are still taken. Default: 3 of a web, else 0.',
  },
  {
    path: 'logLevel',
    variable: 'LOG_LEVEL',
    about: 'How much goes to the log: debug, info, warn, error or silent.',
  },
  {
    path: 'rules.contact.onDelete',
    variable: 'DEACTIVATE_DELETED',
    about: 'yes (deactivate): a contact is switched off in Siagh when its identity is deleted in the CRM.',
    isOfCompany: true,
  },
  {
    path: 'rules.contact.writeBackRecordId',
    variable: 'WRITE_BACK_RECORD_ID',
    about: "Whether a contact's RecordId is written into the refId of its identity in the CRM.",
    isOfCompany: true,
  },
]
