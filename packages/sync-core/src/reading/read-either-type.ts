import type { ApiError, CrmClient, Organization, Person } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { IdentityType } from '../types'

/** An identity as the CRM holds it now, and what it turned out to be. */
export interface FetchedIdentity {
  readonly type: IdentityType
  readonly identity: Person | Organization
}

/** What the CRM shows of an identity, asked for it as a person and as an organization. */
export type EitherType =
  | { readonly is: 'found'; readonly fetched: FetchedIdentity }
  /** Both answers say that there is no such record. */
  | { readonly is: 'missing' }
  /**
   * Neither answer shows it. `mayBeMissing`: both answers may be the CRM's way to say that there is no such record, since nobody has seen
   * what a missing id is answered with, and HTTP 500 is possible.
   */
  | { readonly is: 'unreadable'; readonly error: ApiError; readonly mayBeMissing: boolean }

type Gets = Pick<CrmClient, 'getPerson' | 'getOrganization'>

/** Reads an identity as the one of its two types that is surely its own. */
export function readAs({ getPerson, getOrganization }: Gets, id: string, type: IdentityType) {
  return (type === 'person' ? getPerson(id) : getOrganization(id)).map((identity): FetchedIdentity => ({
    type,
    identity,
  }))
}

/**
 * Reads an identity of which nobody knows surely whether it is a person or an organization: `likely` is asked first, and the other type
 * after any answer that does not show it. Nobody has seen what an id of the other type is answered with. An error: the CRM takes no calls
 * now, so that the other question would get the same answer.
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
  const telling = failures.find((error) => !isServerError(error))
  const error = telling ?? failures[0]
  return error ? { is: 'unreadable', error, mayBeMissing: telling === undefined } : { is: 'missing' }
}

function isServerError(error: ApiError): boolean {
  return error.kind === 'unavailable' && error.status === 500
}

/** Whether the failure is about our calls, and not about this one. An open circuit names the time to wait. */
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
