import { createSiaghClient, type SiaghClient, type SiaghSession, type UnreadableRow } from '@siagh-sync/siagh-client'
import type { Config } from '@siagh-sync/service'
import { fine, skipped, warning, type Check, type CheckLine } from './check-line'
import { loginFailure, reached } from './check-login'
import { clockLine } from './clock-line'
import { PATIENCE } from './patience'
import { siaghTime } from './siagh-time'

/** Reaches Siagh, logs in, reads what its session tells and the contact list, and compares clocks. */
export function checkSiagh({ siagh: { baseUrl, username, password, passwordMd5 } }: Config): Check {
  return async (tell) => {
    const secret = passwordMd5 === undefined ? { password: password ?? '' } : { passwordMd5 }
    const siagh = createSiaghClient({ baseUrl, username, ...secret, ...PATIENCE })
    const login = await siagh.login()
    if (login.isErr()) {
      loginFailure({ system: 'siagh', baseUrl }, login.error).forEach(tell)
      for (const name of ['siagh read', 'siagh contacts', 'siagh clock']) tell(skipped(name, 'no login'))
      return
    }
    tell(reached('siagh', baseUrl))
    tell(fine('siagh login', username))
    tell(sessionLine(login.value))
    tell(await contactsLine(siagh))
    const at = siaghTime(login.value.systemDate, login.value.systemTime)
    tell(clockLine('siagh', at === undefined ? undefined : at - Date.now(), 'its logins'))
  }
}

const MOST_PLACES = 5

/** Rows that cannot be read are named by their place in the list, from 1, and the field at fault. */
async function contactsLine(siagh: SiaghClient): Promise<CheckLine> {
  const unreadable: UnreadableRow[] = []
  const rows = await siagh.getAllUsers({ onUnreadable: (row) => unreadable.push(row) })
  if (rows.isErr()) {
    return warning(
      'siagh contacts',
      `the contact list cannot be read: ${rows.error.message}`,
      'Nothing is handled before it can be.',
    )
  }
  if (unreadable.length === 0) return fine('siagh contacts', `${rows.value.length} contacts`)
  const places = unreadable.slice(0, MOST_PLACES).map(placeOf)
  const more = unreadable.length > MOST_PLACES ? ` and ${unreadable.length - MOST_PLACES} more` : ''
  return warning(
    'siagh contacts',
    `${unreadable.length} of ${rows.value.length + unreadable.length} rows cannot be read: ${places.join('; ')}${more}`,
    'The others are used. Correct these contacts in Siagh; records that need one of them wait among the failures.',
  )
}

function placeOf({ index, field, code }: UnreadableRow): string {
  return [
    `row ${index + 1}`,
    ...(code === undefined ? [] : [`code ${code}`]),
    ...(field === '' ? [] : [`field ${field}`]),
  ].join(', ')
}

function sessionLine({ fiscalYear }: SiaghSession): CheckLine {
  if (fiscalYear !== undefined) return fine('siagh read', `fiscal year ${fiscalYear}`)
  return warning(
    'siagh read',
    'the login tells no fiscal year',
    "Pre-invoices take the Jalali year of the document's date then. Set the rule preInvoice.fiscalYear where that is wrong.",
  )
}
