import { plainText, text } from '@siagh-sync/settings'
import * as z from 'zod'

/** A switch: `yes` and `no` in the environment. */
export const yesOrNo = z
  .union([z.boolean(), z.literal(['yes', 'no'])], 'must be yes or no in the environment, true or false in the file')
  .transform((answer) => answer === true || answer === 'yes')

/** Secrets, each of which nobody guesses. */
export const secrets = z.array(plainText.min(16, 'must hold at least 16 characters'))

/** MD5 as Siagh wants it. */
export const md5 = text
  .regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits: `siagh-sync hash-password` makes them')
  .transform((digits) => digits.toUpperCase())
