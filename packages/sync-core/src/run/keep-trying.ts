import { ResultAsync, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { Clock } from '../ports/clock'

// Together half a lease: long enough for a database that is restarted or fails over, and the lease is still held then.
const PAUSES_MS = [200, 1_000, 5_000, 10_000, 15_000]

/** Does what must not be left undone once a run has written to a server, trying for half a minute where the store is away. */
export function keepTrying<T, E extends SyncError>(
  { clock }: { readonly clock: Clock },
  action: () => ResultAsync<T, E>,
  /** No attempt is made after this, on our clock. Default: never. */
  until: () => number = () => Infinity,
): ResultAsync<T, E> {
  const attempts = async (): Promise<Result<T, E>> => {
    let result = await action()
    for (const pauseMs of PAUSES_MS) {
      if (result.isOk() || result.error.kind !== 'store_unavailable' || clock.now() + pauseMs >= until()) break
      await new Promise<void>((resolve) => clock.after(pauseMs, resolve))
      result = await action()
    }
    return result
  }
  return new ResultAsync(attempts())
}
