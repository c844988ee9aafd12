import type { SendKind, TransportOptions } from './transport-types'

/** `TransportOptions` with all defaults. */
export interface Settings {
  readonly timeoutMs: number
  readonly maxResponseBytes: number
  readonly concurrency: number
  readonly perSecond: number
  readonly attempts: number
  readonly firstDelayMs: number
  readonly maxDelayMs: number
  readonly failures: number
  readonly openMs: number
  readonly sessionTrustMs: number
  readonly maxRetryAfterMs: number
}

/** Node's timers accept a signed 32-bit number of milliseconds. A longer timer fires at once. */
const longestTimerMs = 2 ** 31 - 1

const minuteMs = 60_000
const mebibyte = 1024 * 1024

/** The most that is read of the answer to a write or a login. On a live installation it has a few hundred bytes. */
export const longestWriteAnswer = mebibyte

/** The most that is read of the answer to a call of this kind, in bytes. */
export function longestAnswer(kind: SendKind, { maxResponseBytes }: Settings): number {
  return kind === 'write' ? Math.min(maxResponseBytes, longestWriteAnswer) : maxResponseBytes
}

/** Adds the defaults. Throws one sentence that names the first wrong option. */
export function settingsOf(options: TransportOptions): Settings {
  const { rateLimit = {}, retry = {}, circuit = {} } = options
  const firstDelayMs = milliseconds('retry.firstDelayMs', retry.firstDelayMs, 500, 0)
  return {
    timeoutMs: milliseconds('timeoutMs', options.timeoutMs, 30_000, 1),
    maxResponseBytes: count('maxResponseBytes', options.maxResponseBytes, 32 * mebibyte),
    concurrency: countOrInfinity('rateLimit.concurrency', rateLimit.concurrency, 10),
    perSecond: countOrInfinity('rateLimit.perSecond', rateLimit.perSecond, 100),
    attempts: count('retry.attempts', retry.attempts, 3),
    firstDelayMs,
    maxDelayMs: milliseconds('retry.maxDelayMs', retry.maxDelayMs, Math.max(10_000, firstDelayMs), firstDelayMs),
    failures: count('circuit.failures', circuit.failures, 10),
    openMs: milliseconds('circuit.openMs', circuit.openMs, 30_000, 1),
    sessionTrustMs: milliseconds('sessionTrustMs', options.sessionTrustMs, 3 * minuteMs, 1),
    maxRetryAfterMs: milliseconds('maxRetryAfterMs', options.maxRetryAfterMs, 15 * minuteMs, 1),
  }
}

function milliseconds(name: string, value: number | undefined, fallback: number, least: number): number {
  const given = value ?? fallback
  if (given >= least && given <= longestTimerMs) return given
  throw new RangeError(`${name} must be a number of milliseconds from ${least} to ${longestTimerMs}`)
}

function count(name: string, value: number | undefined, fallback: number): number {
  const given = value ?? fallback
  if (Number.isInteger(given) && given >= 1) return given
  throw new RangeError(`${name} must be a whole number of at least 1`)
}

function countOrInfinity(name: string, value: number | undefined, fallback: number): number {
  return value === Infinity ? value : count(name, value, fallback)
}
