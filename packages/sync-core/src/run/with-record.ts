import { errAsync, ResultAsync, type Result } from 'neverthrow'
import type { LeaseContext } from '../context'
import type { StoreUnavailable, SyncError } from '../errors'
import type { Begun, FinishRun, MappingDraft, RunEnd, SaveMapping } from '../ports/store'
import type { RecordKey } from '../types'
import { busy } from './busy'
import { contain } from './contain'
import type { Hold } from './hold'
import { keepRenewing } from './take-lease'
import { recordParams, worded } from '../messages/core-messages'

/** A record with its lease, and what the store knew about the record when the lease was taken. */
export interface HeldRecord extends Omit<Begun, 'lease'> {
  readonly key: RecordKey
  readonly hold: Hold
  readonly intend: (draft: MappingDraft, expectedVersion: number) => ResultAsync<SaveMapping, StoreUnavailable>
  readonly finish: (end: RunEnd) => ResultAsync<FinishRun, StoreUnavailable>
}

/**
 * Takes the record's lease, does `work`, and renews the lease until `work` has ended. `busy`: another worker has the
 * lease. A lost lease does not stop the work. The store refuses every write under a lost lease, and each write to
 * Siagh comes after a write to the store. If `work` has not given the lease back, this function does.
 */
export function withRecord<T>(
  context: LeaseContext,
  key: RecordKey,
  work: (record: HeldRecord) => ResultAsync<T, SyncError>,
): ResultAsync<T, SyncError> {
  const { store, clock, rules } = context
  const askedAt = clock.now()
  return store.begin(key, rules.leaseMs).andThen((begun) => {
    if (!begun) return errAsync(busy(worded('busy_worker', recordParams(key))))
    const { lease, ...known } = begun
    const { hold, giveBack, letRunOut } = keepRenewing(context, lease, askedAt)
    let isOurs = true
    const record: HeldRecord = {
      ...known,
      key,
      hold,
      intend: (draft, expectedVersion) => store.intend(lease, draft, expectedVersion),
      finish: (end) =>
        store.finish(lease, end).map((ended) => {
          isOurs = ended.status === 'finished' ? end.keepLease === true : ended.status !== 'lease_lost'
          if (!isOurs) letRunOut()
          return ended
        }),
    }
    return new ResultAsync<T, SyncError>(
      contain(() => work(record)).then(async (result): Promise<Result<T, SyncError>> => {
        if (isOurs) await giveBack()
        return result
      }),
    )
  })
}
