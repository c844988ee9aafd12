import * as z from 'zod'
import { json, type Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'
import { tehranTextWithOffset } from '../persian/tehran-time'

const credentials = z.object({
  username: z.string(),
  password: z.string(),
  deviceId: z.string(),
  platformType: z.number().int().min(0).max(4),
})

const wrongLoginsUntilLock = 5
const lockMs = 15 * 60_000

/** The CRM's answer to a wrong name or password. */
export const crmLoginRefused = ({ crmWrongLogin }: Dialect): Answer =>
  crmWrongLogin === 'no-token'
    ? json({ accessToken: null, refreshToken: null, expiresAt: null }, 200, false)
    : json({ message: 'Invalid username or password' }, crmWrongLogin)

/** What a login needs from its surroundings. */
export interface LoginContext {
  readonly user: { readonly username: string; readonly password: string }
  readonly now: () => number
  readonly dialect: () => Dialect
  readonly tokenMs: () => number
  /** Opens a session under the access token that is returned. */
  readonly newTokens: () => { readonly accessToken: string; readonly refreshToken: string }
}

/** Answers logins. Five wrong ones in a row lock the account for 15 minutes, for the right password too. */
export const createLogin = (context: LoginContext): ((body: unknown) => Answer) => {
  let wrong = 0
  let lockedUntil = -Infinity
  return (body) => {
    if (context.now() < lockedUntil) return json({ message: 'Too many attempts, try again later' }, 403)
    const sent = credentials.safeParse(body)
    if (!sent.success) return json({ message: 'The request is invalid' }, 400)
    if (sent.data.username !== context.user.username || sent.data.password !== context.user.password) {
      wrong += 1
      if (wrong < wrongLoginsUntilLock) return crmLoginRefused(context.dialect())
      wrong = 0
      lockedUntil = context.now() + lockMs
      return crmLoginRefused(context.dialect())
    }
    wrong = 0
    if (context.dialect().oneTimeCode === 'wanted') return json({ message: 'کد یکبار مصرف را وارد کنید' }, 400)
    return json({ expiresAt: tehranTextWithOffset(context.now() + context.tokenMs()), ...context.newTokens() })
  }
}
