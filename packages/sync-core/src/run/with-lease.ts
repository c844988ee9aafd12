import { errAsync, ResultAsync, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { keyText } from '../key'
import type { RecordKey } from '../types'
import { contain } from './contain'
import type { Hold } from './hold'
import { takeLease } from './take-lease'

/**
 * Does `work` while holding the record's lease, renewing it for as long as that takes. `busy`: somebody else has it. A lease
 * that is lost on the way does not stop the work: the store refuses what is written under it, and so every write to Siagh
 * has a write to the store before it.
 */
export function withLease<T>(
  context: SyncContext,
  key: RecordKey,
  work: (hold: Hold) => ResultAsync<T, SyncError>,
): ResultAsync<T, SyncError> {
  return takeLease(context, key).andThen((lease) => {
    if (!lease) return errAsync(busy(`another worker has ${keyText(key)}`))
    return new ResultAsync<T, SyncError>(
      contain(() => work(lease.hold)).then(async (result): Promise<Result<T, SyncError>> => {
        await lease.giveBack()
        return result
      }),
    )
  })
}

/** Somebody else is at work on the record. */
export function busy(message: string): SyncError {
  return { kind: 'busy', retryable: true, message }
}
