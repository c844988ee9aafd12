import { z } from 'zod'

const text = z.string().trim().min(1, 'must not be empty')
const url = z.url({ protocol: /^https?$/, error: 'must be an address such as http://10.0.0.5' })
const wholeNumber = (most: number) =>
  z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be 1 or more').max(most, `must be ${most} or less`)
const yesOrNo = z.enum(['yes', 'no'], "must be 'yes' or 'no'").transform((answer) => answer === 'yes')

const secrets = text
  .transform((list) => list.split(',').map((secret) => secret.trim()))
  .refine((list) => list.every((secret) => secret.length >= 16), 'must hold at least 16 characters (several secrets: separated by commas)')

const variables = z
  .object({
    SIAGH_URL: url,
    SIAGH_USERNAME: text,
    SIAGH_PASSWORD: text.optional(),
    SIAGH_PASSWORD_MD5: text.regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits').optional(),
    CRM_URL: url,
    CRM_USERNAME: text,
    CRM_PASSWORD: text,
    WEBHOOK_SECRET: secrets,
    OPERATOR_TOKEN: text.min(16, 'must hold at least 16 characters').optional(),
    HOST: text.default('127.0.0.1'),
    PORT: z.coerce.number('must be a number').int().min(0).max(65_535, 'must be 65535 or less').default(3000),
    STORE_FILE: text.default('siagh-sync.db'),
    COMPANY: text.default('default'),
    CONCURRENCY: wholeNumber(100).default(4),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent').default('info'),
    WEBHOOK_TEST: yesOrNo.default(false),
    DEACTIVATE_DELETED: yesOrNo.default(false),
    WRITE_BACK_RECORD_ID: yesOrNo.default(false),
  })
  .refine((given) => given.SIAGH_PASSWORD ?? given.SIAGH_PASSWORD_MD5, {
    path: ['SIAGH_PASSWORD'],
    message: 'must be set (or SIAGH_PASSWORD_MD5 in its place)',
  })

/** What the service runs with, as `.env.example` explains it. */
export type Config = z.output<typeof variables>

/** Reads the environment. An empty variable counts as not set; everything that is wrong is told at once, a sentence each. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(given, { error: (issue) => (issue.input === undefined ? 'must be set' : undefined) })
  if (parsed.success) return parsed.data
  const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`)
  throw new Error(sentences.join('\n'))
}
