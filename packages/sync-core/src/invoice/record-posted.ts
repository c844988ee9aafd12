import { ResultAsync, type Result } from 'neverthrow'
import type { Run } from '../context'
import type { SyncError } from '../errors'
import { saveMapping } from '../handle/save-mapping'
import { keyText } from '../key'
import type { Mapping, MappingDraft } from '../ports/store'

const PAUSES_MS = [200, 1_000, 5_000]

/**
 * Records a pre-invoice that Siagh has made. If the store is away just now, this tries for a few seconds: what is not recorded
 * here ends in doubt, and the ids, which only this process knows, go to the log for whoever has to settle it.
 */
export function recordPosted(
  run: Run,
  draft: Omit<MappingDraft, 'key'>,
  intent: Mapping,
): ResultAsync<Mapping, SyncError> {
  const attempt = async (pauses: readonly number[]): Promise<Result<Mapping, SyncError>> => {
    const saved = await saveMapping(run, draft, intent)
    const [pauseMs, ...later] = pauses
    if (saved.isOk() || saved.error.kind !== 'store_unavailable' || pauseMs === undefined) {
      if (saved.isErr()) {
        run.logger.error(
          { key: keyText(run.key), siagh: draft.siagh, error: saved.error.kind },
          'posted, but not recorded',
        )
      }
      return saved
    }
    await new Promise<void>((resolve) => run.clock.after(pauseMs, resolve))
    return attempt(later)
  }
  return new ResultAsync(attempt(PAUSES_MS))
}
