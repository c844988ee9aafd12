import type { Saying } from '@siagh-sync/sync-core/messages'
import * as z from 'zod'
import { serviceSaying } from '../messages/service-messages'
import { asText } from './fault-text'
import { digitsFault, hiddenFault, hiddenFaultOfName, hiddenFaultOfPassword } from '../env-file/hidden-characters'

/** What is wrong with a setting, as the rest of a sentence that begins with its name. */
type Fault = (given: string) => Saying | undefined

/** Text with something in it, and nothing that nobody sees. */
export const text = without([emptyFault, hiddenFaultOfName], z.string().trim())

/** A switch: `yes` and `no` in the environment. */
export const yesOrNo = z
  .union([z.boolean(), z.literal(['yes', 'no'])], asText(serviceSaying('no_yes_or_no')))
  .transform((answer) => answer === true || answer === 'yes')

/** Kept as it was typed: spaces count. */
export const password = without([emptyFault, hiddenFaultOfPassword], z.string())

/** Text that is of no language: a secret, say. */
export const plainText = without([emptyFault, hiddenFault], z.string().trim())

/** What opens a door: nobody guesses it. */
export const longSecret = plainText.min(16, asText(serviceSaying('secret_too_short')))

/** MD5 as Siagh wants it. */
export const md5 = text
  .regex(/^[0-9a-f]{32}$/i, asText(serviceSaying('no_md5')))
  .transform((digits) => digits.toUpperCase())

/** Address of one of the two servers, or of our own. What it may not hold has places of its own. */
export const address = (example: string) =>
  without(
    [
      emptyFault,
      hiddenFault,
      digitsFault,
      demand(isOneOf('http:', 'https:'), serviceSaying('no_address', { example })),
      demand(isPlain, serviceSaying('no_plain_address')),
    ],
    z.string().trim(),
  )

const DATABASE_EXAMPLE = 'postgresql://user:password@10.0.0.7:5432/siagh_sync'

/** Address of a database. Holds a password as a rule, so that nothing may ever repeat it. */
export const databaseUrl = plainText.refine(
  isOneOf('postgres:', 'postgresql:'),
  asText(serviceSaying('no_address_with_password', { example: DATABASE_EXAMPLE })),
)

/** Address of what carries the queue. Holds a password as a rule, so that nothing may ever repeat it. */
export const queueUrl = plainText.refine(
  isOneOf('redis:', 'rediss:', 'postgres:', 'postgresql:'),
  asText(serviceSaying('no_queue_address', { example: 'redis://:password@10.0.0.8:6379', other: DATABASE_EXAMPLE })),
)

/** Name of a schema, as it is written without quotes. */
export const schemaName = text
  .regex(/^[a-z_][a-z0-9_]{0,62}$/, asText(serviceSaying('no_schema_name')))
  .refine((name) => !name.startsWith('pg_'), asText(serviceSaying('schema_name_taken')))

/** A whole number from `least` to `most`; text of digits, as the environment has it, is one. */
export const wholeNumber = (least: number, most: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' && /^-?\d+(\.\d+)?$/.test(given.trim()) ? Number(given) : given),
    z
      .number({ error: ({ input }) => asText(digitsFault(String(input)) ?? serviceSaying('no_number')) })
      .int(asText(serviceSaying('no_whole_setting')))
      .min(least, asText(serviceSaying('number_below', { least })))
      .max(most, asText(serviceSaying('number_above', { most }))),
  )

function isOneOf(...protocols: readonly string[]): (given: string) => boolean {
  return (given) => URL.canParse(given) && protocols.includes(new URL(given).protocol)
}

function isPlain(given: string): boolean {
  const { username, password: word, search, hash } = new URL(given)
  return username + word + search + hash === ''
}

function emptyFault(given: string): Saying | undefined {
  return given === '' ? serviceSaying('must_not_be_empty') : undefined
}

function demand(isRight: (given: string) => boolean, saying: Saying): Fault {
  return (given) => (isRight(given) ? undefined : saying)
}

/** `schema`, which says the first of these that is wrong. */
function without(faults: readonly Fault[], schema: z.ZodString): z.ZodString {
  const faultOf = (given: string) => faults.reduce<Saying | undefined>((told, fault) => told ?? fault(given), undefined)
  return schema.refine((given) => faultOf(given) === undefined, {
    error: ({ input }) => {
      const fault = faultOf(String(input))
      return fault && asText(fault)
    },
  })
}
