import { createSiaghClient, type SiaghClient, type SiaghSession, type UnreadableRow } from '@siagh-sync/siagh-client'
import type { Config } from '@siagh-sync/service'
import { fine, skipped, warning, type Check, type CheckLine } from './check-line'
import { loginFailure, reached } from './check-login'
import { clockLine } from './clock-line'
import { PATIENCE } from './patience'
import { siaghTime } from './siagh-time'
import { cliSaying } from '../messages/cli-messages'
import { saidBy } from '@siagh-sync/sync-core/messages'

/** Reaches Siagh, logs in, reads what its session tells and the contact list, and compares clocks. */
export function checkSiagh({ siagh: { baseUrl, username, password, passwordMd5 } }: Config): Check {
  return async (tell) => {
    const secret = passwordMd5 === undefined ? { password: password ?? '' } : { passwordMd5 }
    const siagh = createSiaghClient({ baseUrl, username, ...secret, ...PATIENCE })
    const login = await siagh.login()
    if (login.isErr()) {
      loginFailure({ system: 'siagh', baseUrl }, login.error).forEach(tell)
      for (const name of ['siagh read', 'siagh contacts', 'siagh clock'])
        tell(skipped(name, cliSaying('check_no_login')))
      return
    }
    tell(reached('siagh', baseUrl))
    tell(fine('siagh login', username))
    tell(sessionLine(login.value))
    tell(await contactsLine(siagh))
    const at = siaghTime(login.value.systemDate, login.value.systemTime)
    tell(clockLine('siagh', at === undefined ? undefined : at - Date.now(), cliSaying('clock_untold_logins')))
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
      cliSaying('check_contacts_unreadable', { reason: saidBy(rows.error).message }),
      cliSaying('check_nothing_before'),
    )
  }
  if (unreadable.length === 0) return fine('siagh contacts', cliSaying('check_contacts', { count: rows.value.length }))
  const first = unreadable.slice(0, MOST_PLACES).map(placeOf).join('; ')
  const left = unreadable.length - MOST_PLACES
  const places = left > 0 ? cliSaying('places_and_more', { places: first, count: left }) : first
  return warning(
    'siagh contacts',
    cliSaying('check_rows_unreadable', {
      count: unreadable.length,
      all: rows.value.length + unreadable.length,
      places,
    }),
    cliSaying('check_rows_advice'),
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
  if (fiscalYear !== undefined) return fine('siagh read', cliSaying('check_fiscal_year', { year: fiscalYear }))
  return warning('siagh read', cliSaying('check_no_fiscal_year'), cliSaying('check_fiscal_year_advice'))
}
