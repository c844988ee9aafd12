import { systemClock, type Clock, type Queue } from '@siagh-sync/sync-core'
import { okAsync } from 'neverthrow'
import { createWakeUps, type WakeUps } from './wake-ups'
import { startWorker } from './worker'

/** The options of a memory queue. */
export interface MemoryQueueOptions {
  /** Decides when a delayed wake-up is due. Default: the machine's clock. */
  readonly clock?: Clock
}

/**
 * A queue in the memory of the process. Its wake-ups are lost with the process; the sweep finds their records. Calls
 * for one key never overlap. A topic may have several workers. It never returns `queue_unavailable`.
 */
export function memoryQueue({ clock = systemClock }: MemoryQueueOptions = {}): Queue {
  const topics = new Map<string, WakeUps>()
  const wakeUpsOf = (topic: string) => {
    const wakeUps = topics.get(topic) ?? createWakeUps(clock)
    topics.set(topic, wakeUps)
    return wakeUps
  }
  return {
    enqueue(topic, key, { delayMs = 0 } = {}) {
      wakeUpsOf(topic).add(key, delayMs)
      return okAsync(undefined)
    },
    work: (topic, handler, { concurrency }) => okAsync(startWorker(wakeUpsOf(topic), handler, concurrency)),
  }
}
