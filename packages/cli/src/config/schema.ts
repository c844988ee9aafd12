import { resolveRules, type RulesInput } from '@siagh-sync/sync-core'
import { address, databaseUrl, password, queueUrl, schemaName, text, wholeNumber } from '@siagh-sync/settings'
import * as z from 'zod'
import { md5, secrets, yesOrNo } from './forms'

/** Whatever else is wrong with a section is told too: all mistakes come at once. */
const isSection = ({ value }: { readonly value: unknown }) => typeof value === 'object' && value !== null

const siagh = z
  .strictObject({
    baseUrl: address('http://10.0.0.5'),
    username: text,
    password: password.exactOptional(),
    passwordMd5: md5.exactOptional(),
  })
  .refine(({ password: word, passwordMd5 }) => word === undefined || passwordMd5 === undefined, {
    path: ['passwordMd5'],
    error: 'must not be set beside the password',
    when: isSection,
  })
  .refine(({ password: word, passwordMd5 }) => word !== undefined || passwordMd5 !== undefined, {
    path: ['password'],
    error: 'must be set, or siagh.passwordMd5 (SIAGH_PASSWORD_MD5)',
    when: isSection,
  })

const crm = z.strictObject({ baseUrl: address('http://10.0.0.6'), username: text, password })

const store = z.strictObject({
  file: text.exactOptional(),
  url: databaseUrl.exactOptional(),
  schema: schemaName.default('siagh_sync'),
})

const queue = z.strictObject({
  url: queueUrl.exactOptional(),
  prefix: text.regex(/^[\w-]{1,50}$/, 'must be of Latin letters, digits, _ and -').exactOptional(),
})

const webhook = z.strictObject({
  secrets: secrets.default([]),
  publicUrl: address('http://10.0.0.7:3000/webhook/crm').exactOptional(),
  host: text.default('127.0.0.1'),
  port: wholeNumber(0, 65_535).default(3000),
  test: yesOrNo.default(false),
})

/** The core checks its rules itself, and says everything that is wrong with them. */
const rules = z
  .custom<RulesInput>((value) => typeof value === 'object' && value !== null, 'must be an object')
  .superRefine((given, context) => {
    try {
      resolveRules(given)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
    }
  })

/** Checks a configuration and fills in what it leaves out. */
export const configSchema = z
  .strictObject({
    company: text.default('default'),
    acceptNewServers: yesOrNo.default(false),
    siagh: siagh.prefault({} as z.input<typeof siagh>),
    crm: crm.prefault({} as z.input<typeof crm>),
    store: store.prefault({}),
    queue: queue.prefault({}),
    rules: rules.default({}),
    webhook: webhook.prefault({}),
    concurrency: wholeNumber(1, 100).default(4),
    logLevel: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
      .default('info'),
  })
  .refine(({ store: { file, url } }) => file === undefined || url === undefined, {
    path: ['store'],
    error: 'must be a file or a url, not both',
    when: isSection,
  })
  // The queue would carry between processes what only one of them has.
  .refine(({ store: { url }, queue: carrier }) => carrier.url === undefined || url !== undefined, {
    path: ['store', 'url'],
    error: 'must be set where queue.url (QUEUE_URL) is',
    when: isSection,
  })

/** A configuration that is whole. */
export type Config = z.output<typeof configSchema>
