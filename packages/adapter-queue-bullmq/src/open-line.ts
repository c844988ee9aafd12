import type { IQueueBackend, Queue } from 'bullmq'
import type { Line, WakeUp } from './engine'
import type { Report } from './report'

/** The name of every job; nothing depends on it. */
const NAME = 'wake-up'

/** The line that a BullMQ queue is. */
export function openLine<B extends IQueueBackend, C>(
  queue: Queue<WakeUp, void, string, WakeUp, void, string, B, C>,
  look: Line['look'],
  report: Report,
): Line {
  queue.on('error', report.failed)
  return {
    add: async (wakeUp, options) => (await queue.add(NAME, wakeUp, options)).id ?? '',
    changeDelay: (jobId, delayMs) => queue.getBackend().changeDelay(jobId, delayMs),
    look,
  }
}
