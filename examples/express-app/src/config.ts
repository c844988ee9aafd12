import { z } from 'zod'

const text = z.string().trim().min(1, 'must not be empty')
const password = z.string()

const url = z
  .url({
    protocol: /^https?$/,
    error: ({ input }) => (input === undefined ? 'must be set' : 'must be an address such as http://10.0.0.5'),
  })
  .refine((address) => isPlain(address), 'must be an address without user, query and fragment')

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(least, `must be ${least} or more`)
    .max(most, `must be ${most} or less`)

const yesOrNo = z.enum(['yes', 'no'], "must be 'yes' or 'no'").transform((answer) => answer === 'yes')

const secrets = text
  .transform((list) => list.split(',').map((secret) => secret.trim()))
  .refine(
    (list) => list.every((secret) => secret.length >= 16),
    'must hold at least 16 characters (several secrets: each of them, separated by commas)',
  )

const variables = z.object({
  SIAGH_URL: url,
  SIAGH_USERNAME: text,
  SIAGH_PASSWORD: password.optional(),
  SIAGH_PASSWORD_MD5: text.regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits').optional(),
  CRM_URL: url,
  CRM_USERNAME: text,
  CRM_PASSWORD: password,
  WEBHOOK_SECRET: secrets,
  OPERATOR_TOKEN: text.min(16, 'must hold at least 16 characters').optional(),
  HOST: text.default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  STORE_FILE: text.default('siagh-sync.db'),
  COMPANY: text.default('default'),
  CONCURRENCY: wholeNumber(1, 100).default(4),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
  WEBHOOK_TEST: yesOrNo.default(false),
  DEACTIVATE_DELETED: yesOrNo.default(false),
  WRITE_BACK_RECORD_ID: yesOrNo.default(false),
})

/** What the service runs with, as `.env.example` explains it. */
export type Config = z.output<typeof variables>

/** Reads the environment. An empty variable counts as not set; everything that is wrong is told at once, a sentence each. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = variables.safeParse(given, {
    error: ({ input }) => (input === undefined ? 'must be set' : undefined),
  })
  const issues = parsed.success ? [] : parsed.error.issues
  const sentences = issues.map(({ path, message }) => `${path.join('.')} ${message}.`)
  const wrong = [...sentences, ...aboutSiaghPassword(given)]
  if (parsed.success && wrong.length === 0) return parsed.data
  throw new Error(wrong.join('\n'))
}

function aboutSiaghPassword({ SIAGH_PASSWORD, SIAGH_PASSWORD_MD5 }: Readonly<Record<string, unknown>>): string[] {
  if (SIAGH_PASSWORD && SIAGH_PASSWORD_MD5) return ['SIAGH_PASSWORD and SIAGH_PASSWORD_MD5 must not both be set.']
  return SIAGH_PASSWORD || SIAGH_PASSWORD_MD5 ? [] : ['SIAGH_PASSWORD or SIAGH_PASSWORD_MD5 must be set.']
}

/** What is no address at all has been told already. */
function isPlain(address: string): boolean {
  if (!URL.canParse(address)) return true
  const { username, password: word, search, hash } = new URL(address)
  return username + word + search + hash === ''
}
