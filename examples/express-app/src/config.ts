import {
  address,
  databaseUrl,
  givenSettings,
  password,
  queueUrl,
  schemaName,
  text,
  wholeNumber,
} from '@siagh-sync/settings'
import { z } from 'zod'
import { disagreements } from './config/agree'
import { fillIn, STOP_SECONDS } from './config/fill-in'
import { secrets, yesOrNo } from './config/forms'

const variables = z.object({
  ROLE: z.enum(['web', 'worker', 'both'], 'must be web, worker or both').default('both'),
  SIAGH_URL: address('http://10.0.0.5'),
  SIAGH_USERNAME: text,
  SIAGH_PASSWORD: password.optional(),
  SIAGH_PASSWORD_MD5: text.regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits').optional(),
  CRM_URL: address('http://10.0.0.6'),
  CRM_USERNAME: text,
  CRM_PASSWORD: password,
  WEBHOOK_SECRET: secrets.optional(),
  OPERATOR_TOKEN: text.min(16, 'must hold at least 16 characters').optional(),
  HOST: text.default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  STORE_FILE: text.default('siagh-sync.db'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_SCHEMA: schemaName.default('siagh_sync'),
  QUEUE_URL: queueUrl.optional(),
  QUEUE_PREFIX: text.regex(/^[\w-]{1,50}$/, 'must be of Latin letters, digits, _ and -').optional(),
  COMPANY: text.default('default'),
  ACCEPT_NEW_SERVERS: yesOrNo.default(false),
  CONCURRENCY: wholeNumber(1, 100).default(4),
  LEASE_SECONDS: wholeNumber(1, 3_600).default(60),
  SWEEP_SECONDS: wholeNumber(1, 3_600).default(60),
  STOP_SECONDS: wholeNumber(1, 600).default(STOP_SECONDS),
  DRAIN_SECONDS: wholeNumber(0, 599).optional(),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  WEBHOOK_TEST: yesOrNo.default(false),
  DEACTIVATE_DELETED: yesOrNo.default(false),
  WRITE_BACK_RECORD_ID: yesOrNo.default(false),
})

/** What the service runs with, as `.env.example` explains it. */
export type Config = ReturnType<typeof fillIn<z.output<typeof variables>>>

/** The names of all variables. */
export const variableNames: readonly string[] = Object.keys(variables.shape)

/**
 * Reads the environment. An empty variable counts as not set; everything that is wrong is told at once, a sentence each, and no
 * sentence repeats what the variable holds.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = givenSettings(environment)
  const parsed = variables.safeParse(given, {
    error: ({ input }) => (input === undefined ? 'must be set' : undefined),
  })
  const issues = parsed.success ? [] : parsed.error.issues
  const sentences = issues.map(({ path, message }) => `${path.join('.')} ${message}.`)
  const wrong = [...sentences, ...disagreements(given)]
  if (parsed.success && wrong.length === 0) return fillIn(parsed.data)
  throw new Error(wrong.join('\n'))
}
