import type { ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { StoreUnavailable } from '../errors'
import { keyText } from '../key'
import type { Lease } from '../ports/store'
import type { RecordKey } from '../types'
import type { Hold } from './hold'
import { instantOf } from './instants'

/** What a lease is held with. */
type LeaseContext = Pick<RunContext, 'store' | 'clock' | 'rules' | 'logger'>

/** A lease that is renewed until it is given back or let run out. */
export interface TakenLease {
  readonly hold: Hold
  /** Whether somebody else may have it by now: what it protected is no longer protected. */
  readonly isLost: () => boolean
  /** Frees it at once. Never fails: one that cannot be given back runs out. */
  readonly giveBack: () => Promise<void>
  /** Ends the renewing: it is free when its time is over, and until then nobody has it. */
  readonly letRunOut: () => void
}

/** Takes the lease of `key`, of which nothing is known but the lease, and keeps renewing it. `null`: somebody else has it. */
export function takeLease(context: LeaseContext, key: RecordKey): ResultAsync<TakenLease | null, StoreUnavailable> {
  const askedAt = context.clock.now()
  return context.store.leases
    .acquire(key, context.rules.leaseMs)
    .map((lease) => (lease ? keepRenewing(context, lease, askedAt) : null))
}

/** Keeps renewing a lease that was asked for at `askedAt`. */
export function keepRenewing(context: LeaseContext, lease: Lease, askedAt: number): TakenLease {
  const { store, clock, rules } = context
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
