import type { ApiError, CrmClient, Organization, Person } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { IdentityType } from '../types'

/** An identity as it is in the CRM now, and its type. */
export interface FetchedIdentity {
  readonly type: IdentityType
  readonly identity: Person | Organization
}

/** The answer of the CRM to two requests: for the identity as a person and as an organization. */
export type EitherType =
  | { readonly is: 'found'; readonly fetched: FetchedIdentity }
  /** Both answers say that there is no such record. */
  | { readonly is: 'missing' }
  /**
   * Neither answer shows the record. `mayBeMissing`: perhaps both answers mean that there is no such record. Nobody
   * has seen what the CRM answers for a missing id; HTTP 500 is possible.
   */
  | { readonly is: 'unreadable'; readonly error: ApiError; readonly mayBeMissing: boolean }

type Gets = Pick<CrmClient, 'getPerson' | 'getOrganization'>

/** Reads an identity of a known type. */
export function readAs({ getPerson, getOrganization }: Gets, id: string, type: IdentityType) {
  return (type === 'person' ? getPerson(id) : getOrganization(id)).map((identity): FetchedIdentity => ({
    type,
    identity,
  }))
}

/**
 * Reads an identity of an unknown type. `likely` is requested first. The other type is requested after any answer
 * that does not show the identity, because nobody has seen what the CRM answers for an id of the other type. An
 * error: the CRM takes no calls now, and the second request would get the same answer.
 */
export async function readEitherType(
  crm: Gets,
  id: string,
  likely: IdentityType = 'person',
): Promise<Result<EitherType, ApiError>> {
  const first = await readAs(crm, id, likely)
  if (first.isOk()) return ok({ is: 'found', fetched: first.value })
  if (isUnasked(first.error)) return err(first.error)
  const second = await readAs(crm, id, likely === 'person' ? 'organization' : 'person')
  if (second.isOk()) return ok({ is: 'found', fetched: second.value })
  if (isUnasked(second.error)) return err(second.error)
  return ok(unshown([first.error, second.error]))
}

function unshown(errors: readonly ApiError[]): EitherType {
  const failures = errors.filter(({ kind }) => kind !== 'not_found')
  const decisive = failures.find((error) => !isServerError(error))
  const error = decisive ?? failures[0]
  return error ? { is: 'unreadable', error, mayBeMissing: decisive === undefined } : { is: 'missing' }
}

function isServerError(error: ApiError): boolean {
  return error.kind === 'unavailable' && error.status === 500
}

/** Whether the error concerns all our calls and not only this one. An open circuit names the time to wait. */
function isUnasked(error: ApiError): boolean {
  switch (error.kind) {
    case 'not_found':
    case 'rejected':
    case 'malformed':
      return false
    case 'unavailable':
      return error.status === undefined && error.retryAfterMs !== undefined
    case 'unauthorized':
    case 'rate_limited':
    case 'outcome_unknown':
    case 'defect':
      return true
  }
}
