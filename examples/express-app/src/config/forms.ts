import { z } from 'zod'

/** Text with something in it. */
export const text = z.string().trim().min(1, 'must not be empty')

/** Kept as it was typed: spaces count. */
export const password = z.string()

/** Address of one of the two servers. What it may not hold has places of its own. */
export const url = z
  .url({
    protocol: /^https?$/,
    error: ({ input }) => (input === undefined ? 'must be set' : 'must be an address such as http://10.0.0.5'),
  })
  .refine((address) => isPlain(address), 'must be an address without user, query and fragment')

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

/** A whole number from `least` to `most`. */
export const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(least, `must be ${least} or more`)
    .max(most, `must be ${most} or less`)

/** A switch. */
export const yesOrNo = z.enum(['yes', 'no'], "must be 'yes' or 'no'").transform((answer) => answer === 'yes')

/** One secret or several, each of which nobody guesses. */
export const secrets = text
  .transform((list) => list.split(',').map((secret) => secret.trim()))
  .refine(
    (list) => list.every((secret) => secret.length >= 16),
    'must hold at least 16 characters (several secrets: each of them, separated by commas)',
  )

/** What is no address at all has been told already. */
function isPlain(address: string): boolean {
  if (!URL.canParse(address)) return true
  const { username, password: word, search, hash } = new URL(address)
  return username + word + search + hash === ''
}

function isOneOf(...protocols: readonly string[]): (address: string) => boolean {
  return (address) => URL.canParse(address) && protocols.includes(new URL(address).protocol)
}
