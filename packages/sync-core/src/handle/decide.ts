import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { Rules } from '../rules'
import { longestArrivalMs } from '../write-once'
import type { Fault } from '../run/find-fault'
import { askedPauseMs } from './asked-pause'

/** What happens to a change after a run. */
export type Decision =
  | { readonly do: 'settle' }
  /** Try again and count the attempt. */
  | { readonly do: 'retry'; readonly delayMs: number; readonly error: SyncError }
  /** Try again, but do not count the attempt: the record did not cause the failure. */
  | { readonly do: 'defer'; readonly delayMs: number; readonly error: SyncError }
  /** Put it among the failures. */
  | { readonly do: 'bury'; readonly error: SyncError }

const BUSY_MS = 1_000
const STORE_MS = 5_000

/**
 * Decides what happens to a change after a run. Only this function reads `retryable`. `attempt` counts from 1.
 * `fault` says what a failed server has failed at: everything (an outage, which uses up no attempts) or this record.
 */
export function decide(
  result: Result<unknown, SyncError>,
  attempt: number,
  fault: Fault,
  rules: Rules,
  random: () => number,
): Decision {
  if (result.isOk()) return { do: 'settle' }
  const error = result.error
  // What is held waits in the store for an operator, and not in the inbox.
  if (error.kind === 'held') return { do: 'settle' }
  if (!error.retryable) return { do: 'bury', error }

  const backoffMs = backoff(attempt, rules, random)
  const again: Decision =
    attempt < rules.retry.attempts ? { do: 'retry', delayMs: backoffMs, error } : { do: 'bury', error }
  switch (error.kind) {
    case 'busy':
      return { do: 'defer', delayMs: Math.round(BUSY_MS * (0.5 + random())), error }
    case 'store_unavailable':
      return { do: 'defer', delayMs: Math.round(STORE_MS * (0.5 + random())), error }
    case 'rate_limited':
      return { do: 'defer', delayMs: askedPauseMs(error) + backoffMs, error }
    case 'unavailable':
      if (fault === 'record') return again
      return { do: 'defer', delayMs: askedPauseMs(error) + backoffMs, error }
    case 'outcome_unknown':
      // The next run looks for traces of the write. A write that is still on its way must have arrived before that.
      return again.do === 'retry' ? { ...again, delayMs: Math.max(backoffMs, longestArrivalMs(rules)) } : again
    case 'malformed':
      return fault === 'record' ? again : { do: 'defer', delayMs: backoffMs, error }
  }
}

/** Exponential with full jitter: anything from 0 to `firstDelayMs` x 2^(attempt-1), at most `maxDelayMs`. */
function backoff(attempt: number, { retry }: Rules, random: () => number): number {
  return Math.round(random() * Math.min(retry.maxDelayMs, retry.firstDelayMs * 2 ** (attempt - 1)))
}
