import { err, ok, safeTry, type Result, type ResultAsync } from 'neverthrow'
import type { Organization, Person } from '@siagh-sync/crm-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { confirmGone } from '../run/confirm-gone'
import type { Hints } from '../run/hints'
import type { IdentityType } from '../types'

/** An identity as the CRM holds it now, and what it turned out to be. */
export interface FetchedIdentity {
  readonly type: IdentityType
  readonly identity: Person | Organization
}

/**
 * Reads the identity as it is now. The type is a hint that may be wrong or missing, so both are asked before an identity counts
 * as gone. `null`: it is not in the CRM.
 */
export function fetchIdentity(run: Run, hints: Hints): ResultAsync<FetchedIdentity | null, SyncError> {
  const likely = hints.type ?? 'person'
  return safeTry(async function* () {
    const first = await ask(run, likely)
    if (!isMissing(first)) return first
    const second = await ask(run, likely === 'person' ? 'organization' : 'person')
    if (!isMissing(second)) return second
    const unreadable = first.isErr() ? first.error : second.isErr() ? second.error : undefined
    return ok(yield* confirmGone(run, hints, unreadable))
  })
}

type Answer = Result<FetchedIdentity | null, SyncError>

async function ask(run: Run, type: IdentityType): Promise<Answer> {
  const { id } = run.key
  const answer =
    type === 'person'
      ? await run.crm.getPerson(id).map((identity): FetchedIdentity => ({ type, identity }))
      : await run.crm.getOrganization(id).map((identity): FetchedIdentity => ({ type, identity }))
  return answer.orElse((error) => (error.kind === 'not_found' ? ok(null) : err(error)))
}

// What the CRM answers for an id of the other type is unknown; a 500 is among the things it may be.
function isMissing(answer: Answer): boolean {
  if (answer.isOk()) return answer.value === null
  return answer.error.kind === 'unavailable' && answer.error.status === 500
}
