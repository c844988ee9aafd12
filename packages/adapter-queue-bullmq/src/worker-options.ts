import type { Settings } from './options'

/** No wake-up is given up because workers died over it: the store counts attempts. */
export const MAX_STALLED = 1_000_000

/** After an error BullMQ asks again; this is how long it waits before. */
export const RETRY_MS = 1_000

/** What BullMQ's workers are told on either engine. */
export function workerOptions(settings: Settings, concurrency: number) {
  return {
    autorun: false,
    concurrency,
    lockDuration: settings.lockMs,
    stalledInterval: settings.stalledIntervalMs,
    maxStalledCount: MAX_STALLED,
    runRetryDelay: RETRY_MS,
    skipVersionCheck: true,
  }
}
