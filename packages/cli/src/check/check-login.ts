import type { ApiError } from '@siagh-sync/siagh-client'
import { failed, fine, skipped, type CheckLine } from './check-line'
import { cliSaying } from '../messages/cli-messages'
import { saidBy } from '@siagh-sync/sync-core/messages'

/** The settings of one server, as advice names them. */
export interface ServerSettings {
  readonly system: 'crm' | 'siagh'
  readonly baseUrl: string
}

/** A login that failed, as two lines: whether the server was reached, and whether it let us in. */
export function loginFailure({ system, baseUrl }: ServerSettings, error: ApiError): readonly CheckLine[] {
  const { url: setting, user: settings } = SETTINGS[system]
  const { message } = saidBy(error)
  if (error.kind === 'unauthorized') {
    return [reached(system, baseUrl), failed(`${system} login`, message, cliSaying('check_user', { settings }))]
  }
  // A locked account, a rate limit or an unreadable answer shows that a server answers at this address.
  const answers = error.kind !== 'unavailable' || error.status !== undefined
  if (answers) {
    return [reached(system, baseUrl), failed(`${system} login`, message, cliSaying('check_url', { setting }))]
  }
  return [
    failed(
      `${system} reached`,
      cliSaying('check_unreachable', { url: baseUrl, reason: message }),
      cliSaying('check_server', { setting }),
    ),
    skipped(`${system} login`, cliSaying('check_not_reached')),
  ]
}

/** The first line about a server that answers. */
export function reached(system: ServerSettings['system'], baseUrl: string): CheckLine {
  return fine(`${system} reached`, baseUrl)
}

const SETTINGS = {
  crm: {
    url: 'crm.baseUrl (CRM_URL)',
    user: cliSaying('settings_both', { first: 'crm.username', second: 'CRM_PASSWORD' }),
  },
  siagh: { url: 'siagh.baseUrl (SIAGH_URL)', user: cliSaying('settings_siagh_user') },
}
