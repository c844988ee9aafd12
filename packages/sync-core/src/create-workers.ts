import { okAsync, type ResultAsync } from 'neverthrow'
import type { SyncContext } from './context'
import type { QueueUnavailable } from './errors'
import type { Handler, QueueWorker } from './ports/queue'
import { startSweep } from './receive/sweep'

const CONCURRENCY = 4

/** The workers and the sweep of one company in this process. */
export interface Workers {
  /** Starting what is already started changes nothing. */
  start(concurrency?: number): ResultAsync<void, QueueUnavailable>
  stop(): Promise<void>
  running(): number
}

/** Workers that have not started yet. */
export function createWorkers(context: SyncContext, handler: Handler): Workers {
  let started: { readonly worker: QueueWorker; readonly stopSweep: () => Promise<void> } | undefined
  let running = 0

  const counted: Handler = async (key) => {
    running += 1
    try {
      return await handler(key)
    } finally {
      running -= 1
    }
  }

  return {
    start(concurrency = CONCURRENCY) {
      if (started) return okAsync(undefined)
      return context.queue.work(context.company, counted, { concurrency }).map((worker) => {
        started = { worker, stopSweep: startSweep(context) }
      })
    },
    async stop() {
      const stopping = started
      started = undefined
      await stopping?.stopSweep()
      await stopping?.worker.stop()
    },
    running: () => running,
  }
}
