import { isHoldRule, resolveRules, type HoldRule, type RulesInput } from '@siagh-sync/sync-core'
import * as z from 'zod'
import type { OwnAuth } from '../api/access/ask-application'
import { foldName, userSchema } from '../api/access/person'
import { serviceSaying } from '../messages/service-messages'
import { asText } from './fault-text'
import {
  address,
  databaseUrl,
  longSecret,
  md5,
  password,
  queueUrl,
  schemaName,
  text,
  wholeNumber,
  yesOrNo,
} from './forms'

/** Lets these checks run even if a section has other mistakes, so that all mistakes are reported at once. */
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
    error: asText(serviceSaying('password_twice')),
    when: isSection,
  })
  .refine(({ password: word, passwordMd5 }) => word !== undefined || passwordMd5 !== undefined, {
    path: ['password'],
    error: asText(serviceSaying('password_missing')),
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
  prefix: text.regex(/^[\w-]{1,50}$/, asText(serviceSaying('no_queue_prefix'))).exactOptional(),
})

/** The core checks its rules itself and reports everything that is wrong with them. */
const rules = z
  .custom<RulesInput>((value) => typeof value === 'object' && value !== null, asText(serviceSaying('no_object')))
  .superRefine((given, context) => {
    try {
      resolveRules(given)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
    }
  })

const hold = z.custom<HoldRule>(
  isHoldRule,
  asText(serviceSaying('no_hold_rule', { example: '{ contacts: 10, preInvoices: 10 }' })),
)

/** The settings of each company. */
export const companySchema = z.strictObject({
  siagh: siagh.prefault({} as z.input<typeof siagh>),
  crm: crm.prefault({} as z.input<typeof crm>),
  rules: rules.default({}),
  mode: z.enum(['live', 'shadow'], asText(serviceSaying('no_mode'))).default('live'),
  hold: hold.default('none'),
  webhook: z
    .strictObject({
      secrets: z.array(longSecret).default([]),
      publicUrl: address('http://10.0.0.7:3000/webhook/crm').exactOptional(),
    })
    .prefault({}),
})

const webhook = z.strictObject({
  host: text.default('127.0.0.1'),
  port: wholeNumber(0, 65_535).default(3000),
  test: yesOrNo.default(false),
})

const users = z.array(userSchema).superRefine((all, context) => {
  const names = all.map(({ name }) => foldName(name))
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) === index) continue
    context.addIssue({ code: 'custom', path: [index, 'name'], message: asText(serviceSaying('user_twice')) })
  }
})

/** The settings that all companies of a process share. */
export const sharedSchema = z
  .strictObject({
    role: z.enum(['web', 'worker', 'both'], asText(serviceSaying('no_role'))).default('both'),
    company: text.default('default'),
    acceptNewServers: yesOrNo.default(false),
    store: store.prefault({}),
    queue: queue.prefault({}),
    webhook: webhook.prefault({}),
    operatorToken: longSecret.exactOptional(),
    users: users.default([]),
    auth: z
      .custom<OwnAuth>((value) => typeof value === 'function', asText(serviceSaying('no_function')))
      .exactOptional(),
    concurrency: wholeNumber(1, 100).default(4),
    stopSeconds: wholeNumber(1, 600).default(30),
    drainSeconds: wholeNumber(0, 599).exactOptional(),
    logLevel: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], asText(serviceSaying('no_log_level')))
      .default('info'),
  })
  .refine(({ store: { file, url } }) => file === undefined || url === undefined, {
    path: ['store'],
    error: asText(serviceSaying('store_twice')),
    when: isSection,
  })
  .refine(({ role, store: { url } }) => (role !== 'web' && role !== 'worker') || url !== undefined, {
    path: ['store', 'url'],
    error: asText(serviceSaying('url_for_role')),
    when: isSection,
  })
  // The queue would carry keys between processes, but only one of them has the store.
  .refine(
    ({ role, store: { url }, queue: { url: carrier } }) =>
      role !== 'both' || carrier === undefined || url !== undefined,
    {
      path: ['store', 'url'],
      error: asText(serviceSaying('url_for_queue')),
      when: isSection,
    },
  )
  .refine(({ users: some, auth }) => auth === undefined || some.length === 0, {
    path: ['users'],
    error: asText(serviceSaying('users_beside_auth')),
    when: isSection,
  })
  .refine(({ drainSeconds = 0, stopSeconds }) => drainSeconds === 0 || drainSeconds < stopSeconds, {
    path: ['drainSeconds'],
    error: asText(serviceSaying('drain_too_long')),
    when: isSection,
  })
