import type { IQueueBackend, JobsOptions, Queue } from 'bullmq'
import type { Line, WakeUp } from './engine'
import type { Report } from './report'

/** A job to be added. */
export interface NewJob {
  readonly name: string
  readonly data: WakeUp
  readonly opts: JobsOptions
}

/** The name of every job. Nothing depends on it. */
const NAME = 'wake-up'

/** Makes a line from a BullMQ queue. `add` adds a job and returns the id of the job that is in the queue then. */
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
