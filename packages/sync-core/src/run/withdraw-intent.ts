import { okAsync, type ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'

/** Forgets a stored intent whose write surely was not executed, and keeps it after any other failure. Answers the failure. */
export function withdrawIntent(run: Run, intent: Mapping, error: ApiError): ResultAsync<ApiError, SyncError> {
  if (mayHaveBeenExecuted(error)) return okAsync(error)
  return run.store.mappings.remove(run.lease, intent.version).map(() => error)
}

/** After these failures of a write nobody can know whether Siagh carried it out. */
export function mayHaveBeenExecuted(error: ApiError): boolean {
  switch (error.kind) {
    case 'outcome_unknown':
    case 'defect':
      return true
    case 'unauthorized':
    case 'rejected':
    case 'not_found':
    case 'unavailable':
    case 'rate_limited':
    case 'malformed':
      return false
  }
}
