import type { Saying } from '@siagh-sync/sync-core/messages'
import * as z from 'zod'
import { serviceSaying } from '../messages/service-messages'
import { asText } from './fault-text'
import { digitsFault, hiddenFault, hiddenFaultOfName, hiddenFaultOfPassword } from '../env-file/hidden-characters'

/** The fault of a setting, as the rest of a sentence that begins with the name of the setting. */
type Fault = (given: string) => Saying | undefined

/** Text that is not empty and has no invisible characters. */
export const text = without([emptyFault, hiddenFaultOfName], z.string().trim())

/** A switch. In the environment: `yes` and `no`. */
export const yesOrNo = z
  .union([z.boolean(), z.literal(['yes', 'no'])], asText(serviceSaying('no_yes_or_no')))
  .transform((answer) => answer === true || answer === 'yes')

/** A password is kept as it was typed, with its spaces. */
export const password = without([emptyFault, hiddenFaultOfPassword], z.string())

/** Text that is in no language, such as a secret. */
export const plainText = without([emptyFault, hiddenFault], z.string().trim())

/** A secret that is too long to be guessed. */
export const longSecret = plainText.min(16, asText(serviceSaying('secret_too_short')))

/** MD5 in Siagh's form. */
export const md5 = text
  .regex(/^[0-9a-f]{32}$/i, asText(serviceSaying('no_md5')))
  .transform((digits) => digits.toUpperCase())

/** The address of Siagh, of the CRM or of this service. User, password and query have their own settings. */
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

/** The address of a database. It usually holds a password, so no message may repeat it. */
export const databaseUrl = plainText.refine(
  isOneOf('postgres:', 'postgresql:'),
  asText(serviceSaying('no_address_with_password', { example: DATABASE_EXAMPLE })),
)

/** The address of the queue's server. It usually holds a password, so no message may repeat it. */
export const queueUrl = plainText.refine(
  isOneOf('redis:', 'rediss:', 'postgres:', 'postgresql:'),
  asText(serviceSaying('no_queue_address', { example: 'redis://:password@10.0.0.8:6379', other: DATABASE_EXAMPLE })),
)

/** The name of a schema that can be written without quotes. */
export const schemaName = text
  .regex(/^[a-z_][a-z0-9_]{0,62}$/, asText(serviceSaying('no_schema_name')))
  .refine((name) => !name.startsWith('pg_'), asText(serviceSaying('schema_name_taken')))

/** A whole number from `least` to `most`. Text of digits, as in the environment, is accepted. */
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

/** `schema` with checks. Its error is the first fault that is found. */
function without(faults: readonly Fault[], schema: z.ZodString): z.ZodString {
  const faultOf = (given: string) =>
    faults.reduce<Saying | undefined>((found, fault) => found ?? fault(given), undefined)
  return schema.refine((given) => faultOf(given) === undefined, {
    error: ({ input }) => {
      const fault = faultOf(String(input))
      return fault && asText(fault)
    },
  })
}
