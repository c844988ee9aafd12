import { quickLookAtContacts } from '@siagh-sync/probe'
import {
  createSiaghClient,
  type SiaghClient,
  type SiaghSession,
  type SiaghUser,
  type UnreadableRow,
} from '@siagh-sync/siagh-client'
import { resolveRules } from '@siagh-sync/sync-core'
import type { Config } from '@siagh-sync/service'
import { fine, skipped, warning, type Check, type CheckLine } from './check-line'
import { loginFailure, reached } from './check-login'
import { clockLine } from './clock-line'
import { findingLines } from './finding-line'
import { PATIENCE } from './patience'
import { siaghTime } from './siagh-time'
import { cliSaying } from '../messages/cli-messages'
import { saidBy } from '@siagh-sync/sync-core/messages'

/** Reaches Siagh, logs in, reads what its session tells and the contact list, and compares clocks. */
export function checkSiagh({ siagh: { baseUrl, username, password, passwordMd5 }, rules }: Config): Check {
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
    const { line, users } = await contactsLine(siagh)
    tell(line)
    findingLines(quickLookAtContacts(users, { rules: resolveRules(rules) })).forEach(tell)
    const at = siaghTime(login.value.systemDate, login.value.systemTime)
    tell(clockLine('siagh', at === undefined ? undefined : at - Date.now(), cliSaying('clock_untold_logins')))
  }
}

const MOST_PLACES = 5

/** Rows that cannot be read are named by their place in the list, from 1, and the field at fault. */
async function contactsLine(
  siagh: SiaghClient,
): Promise<{ readonly line: CheckLine; readonly users: readonly SiaghUser[] }> {
  const unreadable: UnreadableRow[] = []
  const rows = await siagh.getAllUsers({ onUnreadable: (row) => unreadable.push(row) })
  if (rows.isOk()) return { line: lineOf(rows.value.length, unreadable), users: rows.value }
  const line = warning(
    'siagh contacts',
    cliSaying('check_contacts_unreadable', { reason: saidBy(rows.error).message }),
    cliSaying('check_nothing_before'),
  )
  return { line, users: [] }
}

function lineOf(count: number, unreadable: readonly UnreadableRow[]): CheckLine {
  if (unreadable.length === 0) return fine('siagh contacts', cliSaying('check_contacts', { count }))
  const first = unreadable.slice(0, MOST_PLACES).map(placeOf).join('; ')
  const left = unreadable.length - MOST_PLACES
  const places = left > 0 ? cliSaying('places_and_more', { places: first, count: left }) : first
  return warning(
    'siagh contacts',
    cliSaying('check_rows_unreadable', {
      count: unreadable.length,
      all: count + unreadable.length,
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
