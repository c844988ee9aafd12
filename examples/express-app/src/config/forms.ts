import { plainText } from '@siagh-sync/settings'
import { z } from 'zod'

/** A switch. */
export const yesOrNo = z.enum(['yes', 'no'], "must be 'yes' or 'no'").transform((answer) => answer === 'yes')

/** One secret or several, each of which nobody guesses. */
export const secrets = plainText
  .transform((list) => list.split(',').map((secret) => secret.trim()))
  .refine(
    (list) => list.every((secret) => secret.length >= 16),
    'must hold at least 16 characters (several secrets: each of them, separated by commas)',
  )
