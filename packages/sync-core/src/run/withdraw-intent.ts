import type { ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping } from '../ports/store'
import { keepTrying } from './keep-trying'

/** Forgets a stored intent whose write surely was not executed. Answers why it was not. */
export function withdrawIntent<E extends SyncError>(run: Run, intent: Mapping, error: E): ResultAsync<E, SyncError> {
  return keepTrying(run, () => run.store.mappings.remove(run.lease, intent.version)).map(() => error)
}

/** After these failures of a write nobody can know whether Siagh carried it out, or how far. */
export function mayHaveBeenExecuted(error: ApiError): boolean {
  switch (error.kind) {
    case 'outcome_unknown':
    case 'defect':
      return true
    case 'rejected':
      return error.brokeOff === true
    case 'unauthorized':
    case 'not_found':
    case 'unavailable':
    case 'rate_limited':
    case 'malformed':
      return false
  }
}
