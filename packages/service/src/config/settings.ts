/** A setting that has an environment variable. */
export interface Setting {
  /** Its path in the configuration file. Example: `webhook.port`. */
  readonly path: string
  /** Its name in the environment. Example: `PORT`. */
  readonly variable: string
  /** Whether the value must not be shown. */
  readonly isSecret: boolean
  /** Whether each of several companies has its own value. */
  readonly isOfCompany: boolean
}

const setting = (path: string, variable: string, ...flags: readonly ('own' | 'secret')[]): Setting => ({
  path,
  variable,
  isSecret: flags.includes('secret'),
  isOfCompany: flags.includes('own'),
})

/**
 * Every setting that has an environment variable, in the order in which `siagh-sync config` shows them.
 * `SiaghSyncConfig` describes each setting. The schema has its form and its default. This file imports nothing,
 * because the reader of `.env` needs only the names.
 */
export const settings: readonly Setting[] = [
  setting('siagh.baseUrl', 'SIAGH_URL', 'own'),
  setting('siagh.username', 'SIAGH_USERNAME', 'own'),
  setting('siagh.password', 'SIAGH_PASSWORD', 'own', 'secret'),
  setting('siagh.passwordMd5', 'SIAGH_PASSWORD_MD5', 'own', 'secret'),
  setting('crm.baseUrl', 'CRM_URL', 'own'),
  setting('crm.username', 'CRM_USERNAME', 'own'),
  setting('crm.password', 'CRM_PASSWORD', 'own', 'secret'),
  setting('mode', 'MODE', 'own'),
  setting('hold', 'HOLD', 'own'),
  setting('role', 'ROLE'),
  setting('webhook.secrets', 'WEBHOOK_SECRET', 'own', 'secret'),
  setting('webhook.publicUrl', 'WEBHOOK_PUBLIC_URL', 'own'),
  setting('webhook.host', 'HOST'),
  setting('webhook.port', 'PORT'),
  setting('webhook.test', 'WEBHOOK_TEST'),
  setting('operatorToken', 'OPERATOR_TOKEN', 'secret'),
  setting('users', 'USERS', 'secret'),
  setting('store.file', 'STORE_FILE'),
  setting('store.url', 'DATABASE_URL', 'secret'),
  setting('store.schema', 'DATABASE_SCHEMA'),
  setting('queue.url', 'QUEUE_URL', 'secret'),
  setting('queue.prefix', 'QUEUE_PREFIX'),
  setting('company', 'COMPANY'),
  setting('acceptNewServers', 'ACCEPT_NEW_SERVERS'),
  setting('concurrency', 'CONCURRENCY'),
  setting('rules.contactListLagMs', 'CONTACT_LIST_LAG_SECONDS', 'own'),
  setting('rules.leaseMs', 'LEASE_SECONDS', 'own'),
  setting('rules.sweepEveryMs', 'SWEEP_SECONDS', 'own'),
  setting('stopSeconds', 'STOP_SECONDS'),
  setting('drainSeconds', 'DRAIN_SECONDS'),
  setting('logLevel', 'LOG_LEVEL'),
  setting('rules.contact.onDelete', 'DEACTIVATE_DELETED', 'own'),
  setting('rules.contact.writeBackRecordId', 'WRITE_BACK_RECORD_ID', 'own'),
  setting('rules.preInvoice.saleKind', 'SALE_KIND', 'own'),
  setting('rules.preInvoice.saleModel', 'SALE_MODEL', 'own'),
  setting('rules.preInvoice.salesCentre', 'SALES_CENTRE', 'own'),
  setting('rules.preInvoice.paymentKind', 'PAYMENT_KIND', 'own'),
  setting('rules.preInvoice.intermediary', 'INTERMEDIARY', 'own'),
  setting('rules.preInvoice.title', 'DOCUMENT_TITLE', 'own'),
]
