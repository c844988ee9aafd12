import { err, ok, safeTry, type Result, type ResultAsync } from 'neverthrow'
import type { Organization, Person } from '@siagh-sync/crm-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { findFault } from '../handle/find-fault'
import type { ChangeEvent, IdentityType } from '../types'

/** An identity as the CRM holds it now, and what it turned out to be. */
export interface FetchedIdentity {
  readonly type: IdentityType
  readonly identity: Person | Organization
}

/**
 * Reads the identity as it is now. The type is a hint that may be wrong or missing, so both are asked before an identity counts
 * as gone. `null`: it is no longer in the CRM.
 */
export function fetchIdentity(
  run: Run,
  hints: { readonly type?: IdentityType; readonly event?: ChangeEvent },
): ResultAsync<FetchedIdentity | null, SyncError> {
  const order: readonly [IdentityType, IdentityType] =
    hints.type === 'organization' ? ['organization', 'person'] : ['person', 'organization']
  return safeTry(async function* () {
    const first = await ask(run, order[0])
    if (!isMissing(first)) return first
    const second = await ask(run, order[1])
    if (!isMissing(second)) return second
    const failed = [first, second].find((answer) => answer.isErr())
    return failed ? await whenUnreadable(run, failed, hints.event) : ok(null)
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

/** The CRM says that a record was deleted and answers 500 for it, but not for others: then it is gone. */
function whenUnreadable(run: Run, failed: Answer, event: ChangeEvent | undefined): ResultAsync<null, SyncError> {
  return safeTry(async function* () {
    if (failed.isOk()) return ok(null)
    if (event !== 'delete') return err(failed.error)
    const fault = await findFault(run, failed.error)
    return fault === 'record' ? ok(null) : err(failed.error)
  })
}
