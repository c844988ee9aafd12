import { err, ok, type ResultAsync } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { keyText } from '../key'
import type { Mapping, MappingDraft } from '../ports/store'
import { keepTrying } from '../run/keep-trying'
import { saveMapping } from '../run/save-mapping'

/**
 * Records a pre-invoice that Siagh has made. Where that fails the document ends in doubt, and its ids, which only this process
 * knows, go to the log for whoever has to settle it.
 */
export function recordPosted(
  run: Run,
  draft: Omit<MappingDraft, 'key'>,
  intent: Mapping,
): ResultAsync<Mapping, SyncError> {
  return keepTrying(run, () => saveMapping(run, draft, intent))
    .orElse((error) => confirmSaved(run, draft, error))
    .mapErr((error) => {
      const fields = { company: run.company, key: keyText(run.key), siagh: draft.siagh, error: error.kind }
      run.logger.error(fields, 'posted, but not recorded')
      return error
    })
}

/** A save whose answer was lost is refused when it is repeated: what the store holds tells whether it is there. */
function confirmSaved(
  { store, lease }: Run,
  { state, siagh }: Omit<MappingDraft, 'key'>,
  error: SyncError,
): ResultAsync<Mapping, SyncError> {
  return store.mappings
    .get(lease.key)
    .andThen((mapping) => (mapping?.state === state && mapping.siagh?.code === siagh?.code ? ok(mapping) : err(error)))
}
