import { systemClock, type Clock, type Queue } from '@siagh-sync/sync-core'
import { okAsync } from 'neverthrow'
import { createBell, type Bell } from './bell'
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
  const bells = new Map<string, Bell>()
  const bellOf = (topic: string) => {
    const bell = bells.get(topic) ?? createBell(clock)
    bells.set(topic, bell)
    return bell
  }
  return {
    enqueue(topic, key, { delayMs = 0 } = {}) {
      bellOf(topic).ring(key, delayMs)
      return okAsync(undefined)
    },
    work: (topic, handler, { concurrency }) => okAsync(startWorker(bellOf(topic), handler, concurrency)),
  }
}
