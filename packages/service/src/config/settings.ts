/** One setting that the environment knows. */
export interface Setting {
  /** Where it stands in the configuration file, as in `webhook.port`. */
  readonly path: string
  /** Its name in the environment, as in `PORT`. */
  readonly variable: string
  /** Whether nobody may read the value. */
  readonly isSecret: boolean
  /** Whether each of several companies has its own. */
  readonly isOfCompany: boolean
}

const setting = (path: string, variable: string, ...marks: readonly ('own' | 'secret')[]): Setting => ({
  path,
  variable,
  isSecret: marks.includes('secret'),
  isOfCompany: marks.includes('own'),
})

/**
 * Every setting that the environment knows, in the order in which `siagh-sync config` shows them. `SiaghSyncConfig` says what each does, the
 * schema what it may be and what its default is. This file imports nothing: the reader of `.env` wants the names and no more.
 */
export const settings: readonly Setting[] = [
  setting('siagh.baseUrl', 'SIAGH_URL', 'own'),
  setting('siagh.username', 'SIAGH_USERNAME', 'own'),
  setting('siagh.password', 'SIAGH_PASSWORD', 'own', 'secret'),
  setting('siagh.passwordMd5', 'SIAGH_PASSWORD_MD5', 'own', 'secret'),
  setting('crm.baseUrl', 'CRM_URL', 'own'),
  setting('crm.username', 'CRM_USERNAME', 'own'),
  setting('crm.password', 'CRM_PASSWORD', 'own', 'secret'),
  setting('role', 'ROLE'),
  setting('webhook.secrets', 'WEBHOOK_SECRET', 'own', 'secret'),
  setting('webhook.publicUrl', 'WEBHOOK_PUBLIC_URL', 'own'),
  setting('webhook.host', 'HOST'),
  setting('webhook.port', 'PORT'),
  setting('webhook.test', 'WEBHOOK_TEST'),
  setting('operatorToken', 'OPERATOR_TOKEN', 'secret'),
  setting('store.file', 'STORE_FILE'),
  setting('store.url', 'DATABASE_URL', 'secret'),
  setting('store.schema', 'DATABASE_SCHEMA'),
  setting('queue.url', 'QUEUE_URL', 'secret'),
  setting('queue.prefix', 'QUEUE_PREFIX'),
  setting('company', 'COMPANY'),
  setting('acceptNewServers', 'ACCEPT_NEW_SERVERS'),
  setting('concurrency', 'CONCURRENCY'),
  setting('rules.leaseMs', 'LEASE_SECONDS', 'own'),
  setting('rules.sweepEveryMs', 'SWEEP_SECONDS', 'own'),
  setting('stopSeconds', 'STOP_SECONDS'),
  setting('drainSeconds', 'DRAIN_SECONDS'),
  setting('logLevel', 'LOG_LEVEL'),
  setting('rules.contact.onDelete', 'DEACTIVATE_DELETED', 'own'),
  setting('rules.contact.writeBackRecordId', 'WRITE_BACK_RECORD_ID', 'own'),
]
