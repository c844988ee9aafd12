import type { Settings } from './options'

/** A wake-up is never given up because workers have died: the store counts the attempts. */
export const MAX_STALLED = 1_000_000

/** How long BullMQ waits after an error before it asks again. */
export const RETRY_MS = 1_000

/** The options of BullMQ's workers on both engines. */
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
