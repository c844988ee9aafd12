import { createSiaghClient, type SiaghSession } from '@siagh-sync/siagh-client'
import type { Config } from '../config/schema'
import { fine, skipped, warning, type Check, type CheckLine } from './check-line'
import { loginFailure, reached } from './check-login'
import { clockLine } from './clock-line'
import { PATIENCE } from './patience'
import { siaghTime } from './siagh-time'

/** Reaches Siagh, logs in, reads what its session tells, and compares clocks. The contact list, which has no pages, is left alone. */
export function checkSiagh({ siagh: { baseUrl, username, password, passwordMd5 } }: Config): Check {
  return async (tell) => {
    const secret = passwordMd5 === undefined ? { password: password ?? '' } : { passwordMd5 }
    const login = await createSiaghClient({ baseUrl, username, ...secret, ...PATIENCE }).login()
    if (login.isErr()) {
      loginFailure({ system: 'siagh', baseUrl }, login.error).forEach(tell)
      for (const name of ['siagh read', 'siagh clock']) tell(skipped(name, 'no login'))
      return
    }
    tell(reached('siagh', baseUrl))
    tell(fine('siagh login', username))
    tell(sessionLine(login.value))
    const at = siaghTime(login.value.systemDate, login.value.systemTime)
    tell(clockLine('siagh', at === undefined ? undefined : at - Date.now(), 'its logins'))
  }
}

function sessionLine({ fiscalYear }: SiaghSession): CheckLine {
  if (fiscalYear !== undefined) return fine('siagh read', `fiscal year ${fiscalYear}`)
  return warning(
    'siagh read',
    'the login tells no fiscal year',
    "Pre-invoices take the Jalali year of the document's date then. Set the rule preInvoice.fiscalYear where that is wrong.",
  )
}
