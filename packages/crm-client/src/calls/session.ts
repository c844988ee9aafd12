import type { Result } from 'neverthrow'
import * as z from 'zod'
import type { ApiError } from '@siagh-sync/http-client'
import type { components } from '../generated/payamgostar'
import { tehranTime, type FieldsOf } from '../wire/fields'
import { readAnswer } from '../wire/read-answer'

const longestMarginMs = 60_000
const shortestLifeMs = 10_000

/** A login that is in force. The refresh token is not kept: nothing is known about its use. */
export interface Session {
  readonly accessToken: string
  /** As the CRM said, by its clock. */
  readonly expiresAt: Date
  /** When we stop using it, by our clock, in milliseconds since 1970; `undefined`: when the CRM refuses it. */
  readonly usableUntil: number | undefined
}

type Answered = Pick<Session, 'accessToken' | 'expiresAt'>

const sessionSchema: z.ZodType<Answered> = z.object({
  // A header takes nothing else, and complains by quoting what it was given.
  accessToken: z.string().regex(/^[\x21-\x7e]+$/),
  expiresAt: tehranTime,
} satisfies FieldsOf<Answered, components['schemas']['Session']>)

/** Reads the answer to a login that came at `now`. */
export function readSession(body: unknown, now: number): Result<Session, ApiError> {
  return readAnswer(sessionSchema, body).map((answered) => ({
    ...answered,
    usableUntil: usableUntil(answered.expiresAt.getTime(), now),
  }))
}

/**
 * A minute before its end, or half of its life where that is less, so that a token does not run out on the way. The clocks
 * of the CRM and ours differ by minutes: a token that seems to be born dead is used until the CRM answers 401, since
 * trusting the date would mean a login for every call.
 */
function usableUntil(expiresAt: number, now: number): number | undefined {
  const life = expiresAt - now
  return life < shortestLifeMs ? undefined : expiresAt - Math.min(longestMarginMs, life / 2)
}
