import { ResultAsync, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'

// Together half a lease: long enough for a database that is restarted or fails over, and the lease is still held then.
const PAUSES_MS = [200, 1_000, 5_000, 10_000, 15_000]

/** Does what must not be left undone once a run has written to a server, trying for half a minute where the store is away. */
export function keepTrying<T, E extends SyncError>(
  { clock }: Pick<SyncContext, 'clock'>,
  action: () => ResultAsync<T, E>,
): ResultAsync<T, E> {
  const attempts = async (): Promise<Result<T, E>> => {
    let result = await action()
    for (const pauseMs of PAUSES_MS) {
      if (result.isOk() || result.error.kind !== 'store_unavailable') break
      await new Promise<void>((resolve) => clock.after(pauseMs, resolve))
      result = await action()
    }
    return result
  }
  return new ResultAsync(attempts())
}
