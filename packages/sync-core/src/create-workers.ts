import { errAsync, okAsync, ResultAsync, type Result } from 'neverthrow'
import type { SyncContext } from './context'
import type { QueueUnavailable } from './errors'
import type { Handler, QueueWorker } from './ports/queue'
import { startSweep } from './receive/sweep'

const CONCURRENCY = 4

/** The workers and the sweep of one company in this process. */
export interface Workers {
  /** Starting what is already started, or about to be, changes nothing. Throws where `concurrency` is no whole number above 0. */
  start(concurrency?: number): ResultAsync<void, QueueUnavailable>
  /** Resolves when nothing runs any more, however often and whenever it is called. */
  stop(): Promise<void>
  running(): number
}

interface Started {
  readonly worker: QueueWorker
  readonly stopSweep: () => Promise<void>
}

/** Workers that have not started yet. */
export function createWorkers(context: SyncContext, handler: Handler): Workers {
  let starting: Promise<Result<Started, QueueUnavailable>> | undefined
  let stopping = Promise.resolve()
  let running = 0

  const counted: Handler = async (key) => {
    running += 1
    try {
      return await handler(key)
    } finally {
      running -= 1
    }
  }

  const begin = async (concurrency: number): Promise<Result<Started, QueueUnavailable>> => {
    await stopping
    const worker = await context.queue.work(context.company, counted, { concurrency })
    return worker.map((started) => ({ worker: started, stopSweep: startSweep(context) }))
  }

  return {
    start(concurrency = CONCURRENCY) {
      if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
        throw new RangeError('start needs a whole number above 0 as `concurrency`')
      }
      const attempt = (starting ??= begin(concurrency))
      return new ResultAsync(attempt)
        .andThen(() => okAsync(undefined))
        .orElse((error) => {
          if (starting === attempt) starting = undefined
          return errAsync(error)
        })
    },
    stop() {
      const started = starting
      starting = undefined
      if (started) stopping = end(stopping, started)
      return stopping
    },
    running: () => running,
  }
}

async function end(before: Promise<void>, starting: Promise<Result<Started, QueueUnavailable>>): Promise<void> {
  await before
  const started = await starting
  if (started.isErr()) return
  await Promise.all([started.value.stopSweep(), started.value.worker.stop()])
}
