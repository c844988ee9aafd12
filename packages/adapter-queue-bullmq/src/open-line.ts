import type { IQueueBackend, JobsOptions, Queue } from 'bullmq'
import type { Line, WakeUp } from './engine'
import type { Report } from './report'

/** One job to be added. */
export interface NewJob {
  readonly name: string
  readonly data: WakeUp
  readonly opts: JobsOptions
}

/** The name of every job; nothing depends on it. */
const NAME = 'wake-up'

/** The line that a BullMQ queue is. `add` puts a job into it and returns the id of the job that is there then. */
export function openLine<B extends IQueueBackend, C>(
  queue: Queue<WakeUp, void, string, WakeUp, void, string, B, C>,
  look: Line['look'],
  report: Report,
  add = async ({ name, data, opts }: NewJob) => (await queue.add(name, data, opts)).id ?? '',
): Line {
  queue.on('error', report.failed)
  return {
    add: (data, opts) => add({ name: NAME, data, opts }),
    changeDelay: (jobId, delayMs) => queue.getBackend().changeDelay(jobId, delayMs),
    look,
  }
}
