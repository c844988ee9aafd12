import { err, ok, type Result } from 'neverthrow'
import type { ApiError } from '@siagh-sync/siagh-client'
import type { SyncError } from '../errors'
import type { Clock } from '../ports/clock'
import type { Lease } from '../ports/store'
import type { Rules } from '../rules'

/** A lease while it is held. */
export interface Hold {
  readonly lease: Lease
  /** When it was taken, on the store's clock. */
  readonly takenAt: number
  /** When that was on ours, or a little later. */
  readonly takenAtHere: number
  /** Until when it is surely held, on our clock. */
  until(): number
}

/** What is held, and by whose clock and rules. */
interface Holder {
  readonly hold: Hold
  readonly clock: Clock
  readonly rules: Rules
}

/** Watches over a write to Siagh. */
export interface Guard {
  /** Asked at the last moment before the write leaves. */
  readonly mayLeave: () => boolean
  /** Why the write did not come about: `busy` where it was kept from leaving, else what the client says. */
  readonly reasonOf: (error: ApiError) => SyncError
}

/**
 * Nothing in Siagh refuses a worker that was suspended and has lost its lease, so a write leaves only while the lease lasts longer than
 * the write may take to arrive: whoever takes the record over finds what was written. Neither does it while `isLeftAlone` says so of the server.
 */
export function guardWrite(holder: Holder, isLeftAlone: () => boolean = () => false): Guard {
  let reason: SyncError | undefined
  return {
    mayLeave() {
      reason = isLeftAlone() ? leftAlone() : mayWrite(holder) ? undefined : tooLateToWrite()
      return reason === undefined
    },
    reasonOf: (error) => reason ?? error,
  }
}

/** `busy` where a write would not be let through. */
export function checkLease(holder: Holder): Result<void, SyncError> {
  return mayWrite(holder) ? ok(undefined) : err(tooLateToWrite())
}

function mayWrite({ hold, clock, rules }: Holder): boolean {
  const leftMs = hold.until() - clock.now()
  const neededMs = Math.min(rules.retry.afterUnknownWriteMs, rules.leaseMs / 2)
  // More than a whole lease is left only where our clock was set back: nobody can say how long the lease lasts then.
  return leftMs >= neededMs && leftMs <= rules.leaseMs
}

/**
 * The time on our clock that the store's clock called `at`, or a little later. Clocks of several machines differ; what was written
 * when, one worker reads off the store, and when a list was read, off its own clock.
 */
export function toOwnTime({ takenAt, takenAtHere }: Hold, at: number): number {
  return at - takenAt + takenAtHere
}

function leftAlone(): SyncError {
  const message = 'the server has just lost an answer and is left alone for now; nothing was written'
  return { kind: 'busy', retryable: true, message }
}

function tooLateToWrite(): SyncError {
  const message = 'the lease may run out before a write arrives; nothing was written'
  return { kind: 'busy', retryable: true, message }
}
