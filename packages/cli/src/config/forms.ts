import * as z from 'zod'

/** Text with something in it. */
export const text = z.string().trim().min(1, 'must not be empty')

/** Kept as it was typed: spaces count. */
export const password = z.string().min(1, 'must not be empty')

/** Address of one of the two servers, or of our own. What it may not hold has places of its own. */
export const address = (example: string) =>
  text.refine(isOneOf('http:', 'https:'), `must be an address such as ${example}`).refine(isPlain, {
    error: 'must be an address without user, query and fragment',
    when: ({ issues }) => issues.length === 0,
  })

const ENCODED = 'with %XX for what is neither letter nor digit in the password'

/** Address of a database. Holds a password as a rule, so that nothing may ever repeat it. */
export const databaseUrl = text.refine(
  isOneOf('postgres:', 'postgresql:'),
  `must be an address such as postgresql://user:password@10.0.0.7:5432/siagh_sync, ${ENCODED}`,
)

/** Address of what carries the queue. Holds a password as a rule, so that nothing may ever repeat it. */
export const queueUrl = text.refine(
  isOneOf('redis:', 'rediss:', 'postgres:', 'postgresql:'),
  `must be an address such as redis://:password@10.0.0.8:6379 or postgresql://user:password@10.0.0.7:5432/siagh_sync, ${ENCODED}`,
)

/** Name of a schema, as it is written without quotes. */
export const schemaName = text
  .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'must be of small Latin letters, digits and _, with a letter first')
  .refine((name) => !name.startsWith('pg_'), 'must not begin with pg_, which PostgreSQL keeps for itself')

/** A whole number from `least` to `most`; text of digits, as the environment has it, is one. */
export const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(least, `must be ${least} or more`)
    .max(most, `must be ${most} or less`)

/** A switch: `yes` and `no` in the environment. */
export const yesOrNo = z
  .union([z.boolean(), z.literal(['yes', 'no'])], 'must be yes or no in the environment, true or false in the file')
  .transform((answer) => answer === true || answer === 'yes')

/** Secrets, each of which nobody guesses. */
export const secrets = z.array(text.min(16, 'must hold at least 16 characters'))

/** MD5 as Siagh wants it. */
export const md5 = text
  .regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits: `siagh-sync hash-password` makes them')
  .transform((digits) => digits.toUpperCase())

function isPlain(given: string): boolean {
  const { username, password: word, search, hash } = new URL(given)
  return username + word + search + hash === ''
}

function isOneOf(...protocols: readonly string[]): (given: string) => boolean {
  return (given) => URL.canParse(given) && protocols.includes(new URL(given).protocol)
}
