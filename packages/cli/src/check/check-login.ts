import type { ApiError } from '@siagh-sync/siagh-client'
import { failed, fine, skipped, type CheckLine } from './check-line'

/** The settings of one server, as advice names them. */
export interface ServerSettings {
  readonly system: 'crm' | 'siagh'
  readonly baseUrl: string
}

/** A login that failed, as two lines: whether the server was reached, and whether it let us in. */
export function loginFailure({ system, baseUrl }: ServerSettings, error: ApiError): readonly CheckLine[] {
  const names = VARIABLES[system]
  if (error.kind === 'unauthorized') {
    return [
      reached(system, baseUrl),
      failed(
        `${system} login`,
        error.message,
        `Check ${names.user}: user, password, and that the user may use the API.`,
      ),
    ]
  }
  // A locked account, a rate limit, an answer that is none: somebody answers there.
  const answers = error.kind !== 'unavailable' || error.status !== undefined
  if (answers) {
    return [
      reached(system, baseUrl),
      failed(
        `${system} login`,
        error.message,
        `Check ${names.url}: it must lead to the server itself. Else try again later.`,
      ),
    ]
  }
  return [
    failed(
      `${system} reached`,
      `${baseUrl}: ${error.message}`,
      `Check ${names.url}, that the server runs, and that no firewall stands between it and this machine.`,
    ),
    skipped(`${system} login`, 'the server was not reached'),
  ]
}

/** The first line about a server that answers. */
export function reached(system: ServerSettings['system'], baseUrl: string): CheckLine {
  return fine(`${system} reached`, baseUrl)
}

const VARIABLES = {
  crm: { url: 'crm.baseUrl (CRM_URL)', user: 'crm.username and CRM_PASSWORD' },
  siagh: { url: 'siagh.baseUrl (SIAGH_URL)', user: 'siagh.username and SIAGH_PASSWORD or SIAGH_PASSWORD_MD5' },
}
