import { errAsync, okAsync, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import type { Mapping, MappingDraft } from '../ports/store'
import { busy } from './with-lease'

/** Writes the mapping of the run's record. `busy`: another worker took the record over; `ambiguous_match`: the counterpart is another record's. */
export function saveMapping(
  { store, lease }: Pick<Run, 'store' | 'lease'>,
  draft: Omit<MappingDraft, 'key'>,
  before: Pick<Mapping, 'version'> | null,
): ResultAsync<Mapping, SyncError> {
  return store.mappings.save(lease, { ...draft, key: lease.key }, before?.version ?? 0).andThen((saved) => {
    switch (saved.status) {
      case 'saved':
        return okAsync<Mapping, SyncError>(saved.mapping)
      case 'conflict':
      case 'lease_lost':
        return errAsync(takenOver())
      case 'taken':
        return errAsync<Mapping, SyncError>({
          kind: 'ambiguous_match',
          retryable: false,
          message: `${saved.by.kind} ${saved.by.id} is already linked to the same record of Siagh`,
          candidates: draft.siagh ? [draft.siagh] : [],
        })
    }
  })
}

/** The lease was lost, or the mapping was written by somebody else meanwhile. */
export function takenOver(): SyncError {
  return busy('another worker took the record over')
}
