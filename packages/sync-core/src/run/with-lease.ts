import { errAsync, ResultAsync, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { StoreUnavailable, SyncError } from '../errors'
import { keyText } from '../key'
import type { Lease } from '../ports/store'
import type { Hold } from './hold'
import type { RecordKey } from '../types'
import { contain } from './contain'

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
  return takeLease(context, key).andThen((taken) => {
    if (!taken) return errAsync(busy(`another worker has ${keyText(key)}`))
    return new ResultAsync<T, SyncError>(
      contain(() => work(taken.hold)).then(async (result): Promise<Result<T, SyncError>> => {
        await taken.giveBack()
        return result
      }),
    )
  })
}

/** A lease that is renewed until it is given back, which has to happen whatever becomes of the work. */
export interface TakenLease {
  readonly hold: Hold
  readonly giveBack: () => Promise<void>
}

/** Takes a lease for work that does not end in one Result. `null`: somebody else has it. */
export function takeLease(context: SyncContext, key: RecordKey): ResultAsync<TakenLease | null, StoreUnavailable> {
  const askedAt = context.clock.now()
  return context.store.leases.acquire(key, context.rules.leaseMs).map((lease) => {
    if (!lease) return null
    const { hold, stopRenewing } = keepRenewing(context, lease, askedAt)
    return {
      hold,
      async giveBack() {
        stopRenewing()
        await release(context, lease)
      },
    }
  })
}

/** Somebody else is at work on the record. */
export function busy(message: string): SyncError {
  return { kind: 'busy', retryable: true, message }
}

interface Renewing {
  readonly hold: Hold
  readonly stopRenewing: () => void
}

function keepRenewing({ store, clock, rules }: SyncContext, lease: Lease, askedAt: number): Renewing {
  let stopped = false
  let cancel = () => {}
  // Counted from before the store was asked, so that it never says more than the store does.
  let until = askedAt + rules.leaseMs
  const schedule = () => {
    cancel = clock.after(rules.leaseMs / 3, () => {
      const renewedAt = clock.now()
      // A renewal that fails is tried again at the next beat; one that finds the lease lost ends the beat.
      void store.leases.renew(lease, rules.leaseMs).then((renewed) => {
        if (renewed.isOk()) until = renewed.value ? renewedAt + rules.leaseMs : -Infinity
        if (!stopped && (renewed.isErr() || renewed.value)) schedule()
      })
    })
  }
  schedule()
  return {
    hold: { lease, takenAt: lease.expiresAt - rules.leaseMs, takenAtHere: clock.now(), until: () => until },
    stopRenewing() {
      stopped = true
      cancel()
    },
  }
}

async function release({ store, logger }: SyncContext, lease: Lease): Promise<void> {
  const released = await store.leases.release(lease)
  if (released.isErr())
    logger.warn(
      { company: lease.key.company, key: keyText(lease.key) },
      'a lease could not be given back; it runs out by itself',
    )
}
