import * as z from 'zod'
import { digitsFault, hiddenFault, hiddenFaultOfName, hiddenFaultOfPassword } from '../env-file/hidden-characters'

/** What is wrong with a setting, as the rest of a sentence that begins with its name. */
type Fault = (given: string) => string | undefined

/** Text with something in it, and nothing that nobody sees. */
export const text = without([emptyFault, hiddenFaultOfName], z.string().trim())

/** A switch: `yes` and `no` in the environment. */
export const yesOrNo = z
  .union([z.boolean(), z.literal(['yes', 'no'])], 'must be yes or no in the environment, true or false in the file')
  .transform((answer) => answer === true || answer === 'yes')

/** Kept as it was typed: spaces count. */
export const password = without([emptyFault, hiddenFaultOfPassword], z.string())

/** Text that is of no language: a secret, say. */
export const plainText = without([emptyFault, hiddenFault], z.string().trim())

/** What opens a door: nobody guesses it. */
export const longSecret = plainText.min(16, 'must hold at least 16 characters')

/** MD5 as Siagh wants it. */
export const md5 = text
  .regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits: `siagh-sync hash-password` makes them')
  .transform((digits) => digits.toUpperCase())

/** Address of one of the two servers, or of our own. What it may not hold has places of its own. */
export const address = (example: string) =>
  without(
    [
      emptyFault,
      hiddenFault,
      digitsFault,
      demand(isOneOf('http:', 'https:'), `must be an address such as ${example}`),
      demand(isPlain, 'must be an address without user, query and fragment'),
    ],
    z.string().trim(),
  )

const ENCODED = 'with %XX for what is neither letter nor digit in the password'

/** Address of a database. Holds a password as a rule, so that nothing may ever repeat it. */
export const databaseUrl = plainText.refine(
  isOneOf('postgres:', 'postgresql:'),
  `must be an address such as postgresql://user:password@10.0.0.7:5432/siagh_sync, ${ENCODED}`,
)

/** Address of what carries the queue. Holds a password as a rule, so that nothing may ever repeat it. */
export const queueUrl = plainText.refine(
  isOneOf('redis:', 'rediss:', 'postgres:', 'postgresql:'),
  `must be an address such as redis://:password@10.0.0.8:6379 or postgresql://user:password@10.0.0.7:5432/siagh_sync, ${ENCODED}`,
)

/** Name of a schema, as it is written without quotes. */
export const schemaName = text
  .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'must be of small Latin letters, digits and _, with a letter first')
  .refine((name) => !name.startsWith('pg_'), 'must not begin with pg_, which PostgreSQL keeps for itself')

/** A whole number from `least` to `most`; text of digits, as the environment has it, is one. */
export const wholeNumber = (least: number, most: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' && /^-?\d+(\.\d+)?$/.test(given.trim()) ? Number(given) : given),
    z
      .number({ error: ({ input }) => digitsFault(String(input)) ?? 'must be a number' })
      .int('must be a whole number')
      .min(least, `must be ${least} or more`)
      .max(most, `must be ${most} or less`),
  )

function isOneOf(...protocols: readonly string[]): (given: string) => boolean {
  return (given) => URL.canParse(given) && protocols.includes(new URL(given).protocol)
}

function isPlain(given: string): boolean {
  const { username, password: word, search, hash } = new URL(given)
  return username + word + search + hash === ''
}

function emptyFault(given: string): string | undefined {
  return given === '' ? 'must not be empty' : undefined
}

function demand(isRight: (given: string) => boolean, sentence: string): Fault {
  return (given) => (isRight(given) ? undefined : sentence)
}

/** `schema`, which says the first of these that is wrong. */
function without(faults: readonly Fault[], schema: z.ZodString): z.ZodString {
  const faultOf = (given: string) => faults.reduce<string | undefined>((told, fault) => told ?? fault(given), undefined)
  return schema.refine((given) => faultOf(given) === undefined, { error: ({ input }) => faultOf(String(input)) })
}
