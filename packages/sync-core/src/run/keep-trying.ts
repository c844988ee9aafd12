import { ResultAsync, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { Clock } from '../ports/clock'

// Together half a lease. A database can restart or fail over in that time, and the lease is still held.
const PAUSES_MS = [200, 1_000, 5_000, 10_000, 15_000]

/**
 * Repeats an action for about half a minute while the store is away. For actions that must be done after a run has
 * written to a server.
 */
export function keepTrying<T, E extends SyncError>(
  { clock }: { readonly clock: Clock },
  action: () => ResultAsync<T, E>,
  /** No attempt is made after this time of our clock. Default: no limit. */
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
