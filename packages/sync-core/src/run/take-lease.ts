import type { ResultAsync } from 'neverthrow'
import type { LeaseContext } from '../context'
import type { StoreUnavailable } from '../errors'
import { keyText } from '../key'
import type { Lease } from '../ports/store'
import type { RecordKey } from '../types'
import type { Hold } from './hold'
import { instantOf } from './instants'

/** A lease that is renewed until the caller gives it back or lets it run out. */
export interface TakenLease {
  readonly hold: Hold
  /** Whether another worker may have the lease now. Then it no longer protects anything. */
  readonly isLost: () => boolean
  /** Gives the lease back at once. Never fails: a lease that cannot be given back runs out. */
  readonly giveBack: () => Promise<void>
  /** Stops the renewing. The lease is free when its time is over. Until then nobody gets it. */
  readonly letRunOut: () => void
}

/**
 * Takes the lease of `key` and keeps renewing it. Reads nothing else of the record. `null`: another worker has the
 * lease.
 */
export function takeLease(context: LeaseContext, key: RecordKey): ResultAsync<TakenLease | null, StoreUnavailable> {
  const askedAt = context.clock.now()
  return context.store.leases
    .acquire(key, context.rules.leaseMs)
    .map((lease) => (lease ? keepRenewing(context, lease, askedAt) : null))
}

/** Keeps renewing a lease that was requested at `askedAt`. */
export function keepRenewing(context: LeaseContext, lease: Lease, askedAt: number): TakenLease {
  const { store, clock, rules } = context
  let stopped = false
  let cancel = () => {}
  // Counts from before the store was asked, so that `until` is never later than the end of the lease in the store.
  let until = askedAt + rules.leaseMs
  const schedule = () => {
    cancel = clock.after(rules.leaseMs / 3, () => {
      const renewedAt = clock.now()
      // A renewal that fails is repeated after the next pause. A lost lease is not renewed any more.
      void store.leases.renew(lease, rules.leaseMs).then((renewed) => {
        if (renewed.isOk()) until = renewed.value ? renewedAt + rules.leaseMs : -Infinity
        if (!stopped && (renewed.isErr() || renewed.value)) schedule()
      })
    })
  }
  const letRunOut = () => {
    stopped = true
    cancel()
  }
  schedule()
  return {
    hold: { lease, takenAt: lease.expiresAt - rules.leaseMs, taken: instantOf(clock), until: () => until },
    isLost: () => until === -Infinity,
    letRunOut,
    giveBack() {
      letRunOut()
      return release(context, lease)
    },
  }
}

async function release({ store, logger }: LeaseContext, lease: Lease): Promise<void> {
  const released = await store.leases.release(lease)
  if (released.isErr())
    logger.warn(
      { company: lease.key.company, key: keyText(lease.key) },
      'a lease could not be given back; it runs out by itself',
    )
}
