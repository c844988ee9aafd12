import { createCrmClient, type ApiError, type CrmClient } from '@siagh-sync/crm-client'
import { quickLookAtCrm, watchAnswers } from '@siagh-sync/probe'
import type { ResultAsync } from 'neverthrow'
import { resolveRules } from '@siagh-sync/sync-core'
import type { Config } from '@siagh-sync/service'
import { failed, fine, skipped, warning, type Check, type CheckLine } from './check-line'
import { loginFailure, reached } from './check-login'
import { clockLine } from './clock-line'
import { findingLines } from './finding-line'
import { PATIENCE } from './patience'
import { cliSaying } from '../messages/cli-messages'
import { saidBy } from '@siagh-sync/sync-core/messages'

/** Reaches the CRM, logs in, reads one record, asks for changes and for a record that is not there, and compares clocks. */
export function checkCrm({ crm: settings, rules }: Config): Check {
  return async (tell) => {
    const clock = watchClock()
    const answers = watchAnswers(clock.fetch)
    const crm = createCrmClient({ ...settings, ...PATIENCE, fetch: answers.fetch })
    const login = await crm.login()
    if (login.isErr()) {
      loginFailure({ system: 'crm', baseUrl: settings.baseUrl }, login.error).forEach(tell)
      for (const name of ['crm read', 'crm find', 'crm clock']) tell(skipped(name, cliSaying('check_no_login')))
      return
    }
    tell(reached('crm', settings.baseUrl))
    tell(fine('crm login', settings.username))
    tell(await readLine(crm))
    tell(await findLine(crm, resolveRules(rules).find.typeKeys.person))
    findingLines(await quickLookAtCrm({ crm, answers })).forEach(tell)
    tell(clockLine('crm', clock.skewMs(), cliSaying('clock_untold_answers')))
  }
}

async function readLine(crm: CrmClient): Promise<CheckLine> {
  const advice = cliSaying('check_crm_may_not_read')
  const page = await crm.searchIdentities({ pageNumber: 0, pageSize: 1 })
  if (page.isErr()) return failed('crm read', saidBy(page.error).message, advice)
  const [first] = page.value
  if (first === undefined) return fine('crm read', cliSaying('check_crm_empty'))
  const read = await either(crm.getPerson(first.identityId), () => crm.getOrganization(first.identityId))
  return read.match(
    () => fine('crm read', cliSaying('check_one_identity')),
    (error) => failed('crm read', saidBy(error).message, advice),
  )
}

/** The list does not say whether an identity is a person; asked for as one, an organization is not found, or a fault of the server. */
function either<T, U>(first: ResultAsync<T, ApiError>, second: () => ResultAsync<U, ApiError>) {
  return first.map(() => undefined).orElse(() => second().map(() => undefined))
}

async function findLine(crm: CrmClient, [typeKey = '']: readonly string[]): Promise<CheckLine> {
  const found = await crm.find('person', {
    typeKey,
    conditions: [{ field: 'ModifyDate', operator: 'greaterOrEqual', value: new Date(Date.now() - 3_600_000) }],
    orderBy: [{ field: 'ModifyDate', direction: 'ascending' }],
    pageNumber: 1,
    pageSize: 1,
  })
  return found.match(
    () => fine('crm find', cliSaying('check_find_works')),
    (error) => warning('crm find', saidBy(error).message, cliSaying('check_find_advice')),
  )
}

/** A fetch that looks at the `Date` of answers: seconds exact, and the half of the way there and back off. */
function watchClock() {
  let skew: number | undefined
  const fetch: typeof globalThis.fetch = async (...request) => {
    const sentAt = Date.now()
    const response = await globalThis.fetch(...request)
    const at = Date.parse(response.headers.get('date') ?? '')
    if (!Number.isNaN(at)) skew = at - (sentAt + Date.now()) / 2
    return response
  }
  return { fetch, skewMs: () => skew }
}
