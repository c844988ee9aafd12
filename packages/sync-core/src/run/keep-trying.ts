import type { Result, ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'

const PAUSES_MS = [200, 1_000, 5_000]

/**
 * Does what must not be left undone after a write to Siagh, trying for a few seconds where the store is away: what is not
 * recorded then ends in doubt.
 */
export async function keepTrying<T>(
  { clock }: SyncContext,
  action: () => ResultAsync<T, SyncError>,
): Promise<Result<T, SyncError>> {
  let result = await action()
  for (const pauseMs of PAUSES_MS) {
    if (result.isOk() || result.error.kind !== 'store_unavailable') break
    await new Promise<void>((resolve) => clock.after(pauseMs, resolve))
    result = await action()
  }
  return result
}
