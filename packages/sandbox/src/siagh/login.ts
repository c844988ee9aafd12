import { createHash } from 'node:crypto'
import * as z from 'zod'
import { json, type Answer } from '../answer'
import { jalaliDate, tehranClockTime } from '../persian/tehran-time'

const credentials = z.object({ UserName: z.string(), Password: z.string() })

/** Siagh's answer to a wrong name or password. */
export const loginRefused: Answer = json({ Message: 'Invalid username or password' }, 401)

/** The MD5 of the password as 32 upper-case hex digits: no other spelling is taken. */
const hashOf = (password: string): string => createHash('md5').update(password).digest('hex').toUpperCase()

/** Answers a login; `newSession` opens a session and says its id. */
export const logIn = (
  body: unknown,
  user: { readonly username: string; readonly password: string },
  now: number,
  newSession: () => string,
): Answer => {
  const sent = credentials.safeParse(body)
  if (!sent.success || sent.data.UserName !== user.username || sent.data.Password !== hashOf(user.password))
    return loginRefused
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
    FiscalYear: Number(SystemDate.slice(0, 4)),
    MobileNo: '9120000000',
    SystemDate,
    SystemTime: tehranClockTime(now),
  })
}
