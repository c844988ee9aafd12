import { createHash } from 'node:crypto'
import * as z from 'zod'
import { json, type Answer } from '../answer'
import type { Dialect } from '../dialect/dialect'
import { jalaliDate, tehranClockTime } from '../persian/tehran-time'
import { refused } from './form-answer'

const credentials = z.object({ UserName: z.string(), Password: z.string() })

/** Siagh's answer to a wrong name or password. */
export const loginRefused = ({ siaghWrongLogin }: Dialect): Answer => {
  if (siaghWrongLogin === 'refusal') return refused('نام کاربری یا کلمه عبور نادرست است')
  if (siaghWrongLogin === 'no-session') return json({ SessionId: null, Token: null, UserCode: 0 }, 200, false)
  return json({ Message: 'Invalid username or password' }, siaghWrongLogin)
}

/** The MD5 of the password as 32 upper-case hex digits: no other spelling is taken. */
const hashOf = (password: string): string => createHash('md5').update(password).digest('hex').toUpperCase()

/** What a login needs from its surroundings. */
export interface LoginContext {
  readonly user: { readonly username: string; readonly password: string }
  readonly now: number
  readonly dialect: Dialect
  /** Opens a session and says its id. */
  readonly newSession: () => string
}

const fiscalYear = (year: string, { fiscalYearInLogin }: Dialect): { readonly FiscalYear?: number | string } => {
  if (fiscalYearInLogin === 'missing') return {}
  return { FiscalYear: fiscalYearInLogin === 'text' ? year : Number(year) }
}

/** Answers a login. */
export const logIn = (body: unknown, { user, now, dialect, newSession }: LoginContext): Answer => {
  const sent = credentials.safeParse(body)
  if (!sent.success || sent.data.UserName !== user.username || sent.data.Password !== hashOf(user.password))
    return loginRefused(dialect)
  const SessionId = newSession()
  const SystemDate = jalaliDate(now)
  return json({
    ContactCode: 2,
    ContactName: 'نمونه نمونه‌ای',
    UserCode: 1,
    UserName: user.username,
    SessionId,
    Token: `${SessionId}:0`,
    BranchCode: 1,
    BranchName: 'دفتر مرکزی',
    IsAdminUser: true,
    ...fiscalYear(SystemDate.slice(0, 4), dialect),
    MobileNo: '9120000000',
    SystemDate,
    SystemTime: tehranClockTime(now),
  })
}
