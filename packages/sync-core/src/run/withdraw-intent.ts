import { err, type ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/siagh-client'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping, MappingDraft } from '../ports/store'
import { keepTrying } from './keep-trying'
import { saveMapping } from './save-mapping'

/**
 * Stores the intent of a write that is never repeated. Where the store does not say whether it did, the intent is taken back, since
 * nothing has left: it would be a doubt about nothing.
 */
export function saveIntent(
  run: Run,
  draft: Omit<MappingDraft, 'key'>,
  before: Mapping | null,
): ResultAsync<Mapping, SyncError> {
  return saveMapping(run, draft, before).orElse((error) => {
    const version = (before?.version ?? 0) + 1
    if (error.kind !== 'store_unavailable') return err(error)
    return takeBack(run, version, before).andThen(() => err(error))
  })
}

/** Forgets a stored intent whose write surely was not executed, for what was `before` it. Answers why it was not. */
export function withdrawIntent(
  run: Run,
  intent: Mapping,
  error: ApiError,
  before: Mapping | null = null,
): ResultAsync<ApiError, SyncError> {
  return takeBack(run, intent.version, before).map(() => error)
}

function takeBack(run: Run, version: number, before: Mapping | null): ResultAsync<unknown, SyncError> {
  const { store, lease } = run
  return keepTrying<unknown, SyncError>(run, () =>
    before ? store.mappings.save(lease, before, version) : store.mappings.remove(lease, version),
  )
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
