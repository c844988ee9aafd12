import type { Result } from 'neverthrow'
import * as z from 'zod'
import type { ApiError } from '@siagh-sync/http-client'
import type { components } from '../generated/payamgostar'
import { tehranTime, type FieldsOf } from '../wire/fields'
import { parseAnswer } from '../wire/parse-answer'

const longestMarginMs = 60_000
const shortestLifeMs = 10_000

/** A login that is valid. The refresh token is not kept, because nothing is known about its use. */
export interface Session {
  readonly accessToken: string
  /** The time that the CRM has named, on its own clock. */
  readonly expiresAt: Date
  /**
   * When we stop using it, on our clock, in milliseconds since 1970. `undefined`: it is used until the CRM refuses
   * it.
   */
  readonly usableUntil: number | undefined
}

type GivenSession = Pick<Session, 'accessToken' | 'expiresAt'>

const sessionSchema: z.ZodType<GivenSession> = z.object({
  // A header accepts nothing else, and its error would quote the token.
  accessToken: z.string().regex(/^[\x21-\x7e]+$/),
  expiresAt: tehranTime,
} satisfies FieldsOf<GivenSession, components['schemas']['Session']>)

/** Reads the answer to a login. `now`: when the answer came. */
export function readSession(body: unknown, now: number): Result<Session, ApiError> {
  return parseAnswer(sessionSchema, body).map((answered) => ({
    ...answered,
    usableUntil: usableUntil(answered.expiresAt.getTime(), now),
  }))
}

/**
 * A minute before the end of the session, or half of its life if that is shorter, so that a token does not expire on
 * its way. The clocks of the CRM and ours differ by minutes. A token that seems to be expired at login is used until
 * the CRM answers 401: if the date were believed, every call would log in.
 */
function usableUntil(expiresAt: number, now: number): number | undefined {
  const life = expiresAt - now
  return life < shortestLifeMs ? undefined : expiresAt - Math.min(longestMarginMs, life / 2)
}
