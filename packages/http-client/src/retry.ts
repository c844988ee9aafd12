import {
  ExponentialBackoff,
  fullJitterGenerator,
  handleWhenResult,
  retry,
  type IBackoff,
  type IBackoffFactory,
  type IRetryBackoffContext,
} from 'cockatiel'
import { isAttemptEnd, mayRepeat, reasonOf, type AttemptEnd } from './attempt-end'
import type { Settings } from './settings'
import type { SendKind } from './transport-types'

/** Called before each repeated attempt. */
export type OnRetry = (attempt: number, delayMs: number, reason: string) => void

/** Makes an attempt, and repeats it if that is allowed and useful. */
export type Retry = (attempt: () => Promise<AttemptEnd>, signal: AbortSignal | undefined) => Promise<AttemptEnd>

/**
 * Creates a retry with exponential backoff and full jitter. It never repeats before the time in `Retry-After`. If the
 * server asks for a longer pause than `maxDelayMs`, the attempt is not repeated: the caller learns the pause from the
 * error, and nothing waits meanwhile.
 */
export function createRetry(kind: SendKind, settings: Settings, onRetry: OnRetry): Retry {
  const isWorthwhile = (end: AttemptEnd) => mayRepeat(kind, end) && pauseOf(end) <= settings.maxDelayMs
  const worthwhile = handleWhenResult((value) => isAttemptEnd(value) && isWorthwhile(value))
  const backoff = new ExponentialBackoff({
    generator: fullJitterGenerator,
    initialDelay: settings.firstDelayMs,
    maxDelay: settings.maxDelayMs,
  })
  const policy = retry(worthwhile, { maxAttempts: settings.attempts - 1, backoff: notBeforeRetryAfter(backoff) })
  policy.onRetry((event) => {
    if ('value' in event && isAttemptEnd(event.value)) onRetry(event.attempt, event.delay, reasonOf(event.value))
  })
  return (attempt, signal) => policy.execute(attempt, signal)
}

function notBeforeRetryAfter(factory: IBackoffFactory<unknown>): IBackoffFactory<IRetryBackoffContext<unknown>> {
  return {
    next(context): IBackoff<IRetryBackoffContext<unknown>> {
      const backoff = factory.next(context)
      const asked = 'value' in context.result && isAttemptEnd(context.result.value) ? pauseOf(context.result.value) : 0
      return { duration: Math.max(backoff.duration, asked), next: (later) => notBeforeRetryAfter(backoff).next(later) }
    },
  }
}

function pauseOf(end: AttemptEnd): number {
  return end.kind === 'answer' ? (end.pause?.ms ?? 0) : 0
}
