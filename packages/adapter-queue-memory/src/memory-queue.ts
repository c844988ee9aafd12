import { systemClock, type Clock, type Queue } from '@siagh-sync/sync-core'
import { okAsync } from 'neverthrow'
import { createBell, type Bell } from './bell'
import { startWorker } from './worker'

/** What a memory queue may be given. */
export interface MemoryQueueOptions {
  /** Decides when a delayed wake-up is due. Default: the machine's clock. */
  readonly clock?: Clock
}

/**
 * A queue within the process. It forgets its wake-ups with the process; the sweep finds what they were for. Calls for one
 * key never overlap, and a topic may have several workers. It never answers `queue_unavailable`.
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
