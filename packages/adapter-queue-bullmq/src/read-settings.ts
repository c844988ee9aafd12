import { silentLogger } from '@siagh-sync/sync-core'
import type { BullmqQueueOptions, Settings } from './options'

const TIMEOUT_MS = 2_000
const LOCK_MS = 15_000

/** Adds the defaults. Throws if a number of milliseconds is wrong. */
export function readSettings(options: BullmqQueueOptions): Settings {
  const { prefix = 'siagh-sync', logger = silentLogger, timeoutMs = TIMEOUT_MS, lockMs = LOCK_MS } = options
  const { stalledIntervalMs = Math.ceil(lockMs / 2) } = options
  if (prefix === '') throw new TypeError('bullmqQueue needs a `prefix` that is not empty')
  for (const [name, value] of Object.entries({ timeoutMs, lockMs, stalledIntervalMs })) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new RangeError(`bullmqQueue needs a whole number of milliseconds above 0 as \`${name}\``)
    }
  }
  return { prefix, logger, timeoutMs, lockMs, stalledIntervalMs }
}
