import { errAsync, ResultAsync, type Result } from 'neverthrow'
import type { RunContext } from '../context'
import type { StoreUnavailable, SyncError } from '../errors'
import type { Begun, FinishRun, MappingDraft, RunEnd, SaveMapping } from '../ports/store'
import type { RecordKey } from '../types'
import { busy } from './busy'
import { contain } from './contain'
import type { Hold } from './hold'
import { keepRenewing } from './take-lease'
import { worded } from '../messages/core-messages'

/** A record whose lease is held, and what the store knew of it when the lease was taken. */
export interface HeldRecord extends Omit<Begun, 'lease'> {
  readonly key: RecordKey
  readonly hold: Hold
  readonly intend: (draft: MappingDraft, expectedVersion: number) => ResultAsync<SaveMapping, StoreUnavailable>
  readonly finish: (end: RunEnd) => ResultAsync<FinishRun, StoreUnavailable>
}

/**
 * Does `work` while holding the record's lease, renewing it for as long as that takes. `busy`: somebody else has it. A lease
 * that is lost on the way does not stop the work: the store refuses what is written under it, and so every write to Siagh
 * has a write to the store before it. What `work` has not given back is given back after it.
 */
export function withRecord<T>(
  context: Pick<RunContext, 'store' | 'clock' | 'rules' | 'logger'>,
  key: RecordKey,
  work: (record: HeldRecord) => ResultAsync<T, SyncError>,
): ResultAsync<T, SyncError> {
  const { store, clock, rules } = context
  const askedAt = clock.now()
  return store.begin(key, rules.leaseMs).andThen((begun) => {
    if (!begun) return errAsync(busy(worded('busy_worker', { kind: key.kind, id: key.id })))
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
