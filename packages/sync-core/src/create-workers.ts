import { errAsync, okAsync, ResultAsync, type Result } from 'neverthrow'
import { keepCatchingUp } from './catch-up/keep-catching-up'
import type { RunContext, SyncContext } from './context'
import type { QueueUnavailable } from './errors'
import type { Handled, QueueWorker } from './ports/queue'
import { startSweep } from './receive/sweep'
import { inTurns } from './run/turns'

const CONCURRENCY = 4
// While one run waits for the store, another run makes a call. With two runs for each call, the calls are almost
// always used.
const RUNS_PER_CALL = 2

/** The workers, the sweep and the catching up of one company in this process. */
export interface Workers {
  /** Does nothing if the workers are started already, or are being started. */
  start(concurrency: number): ResultAsync<void, QueueUnavailable>
  /** Resolves when nothing runs any more. May be called at any time and several times. */
  stop(): Promise<void>
  running(): number
}

interface Started {
  readonly worker: QueueWorker
  readonly stopSweep: () => Promise<void>
  readonly stopCatchingUp: () => Promise<void>
}

type Handle = (context: RunContext, key: string) => Promise<Handled>

/** Creates workers that are not started yet. They make at most `concurrency` calls to the two servers at once. */
export function createWorkers(context: SyncContext, handle: Handle): Workers {
  let starting: Promise<Result<Started, QueueUnavailable>> | undefined
  let stopping = Promise.resolve()
  const runs = countRuns(handle)

  const begin = async (concurrency: number): Promise<Result<Started, QueueUnavailable>> => {
    await stopping
    const limited: RunContext = { ...context, ...inTurns(context, concurrency, context.outage) }
    const worker = await context.queue.work(context.company, (key) => runs.handle(limited, key), {
      concurrency: concurrency * RUNS_PER_CALL,
    })
    return worker.map((started) => ({
      worker: started,
      stopSweep: startSweep(context),
      stopCatchingUp: keepCatchingUp(context),
    }))
  }

  return {
    start(concurrency) {
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
    running: runs.running,
  }
}

/** Checks the number of calls at once. Throws if it is not a whole number above 0. */
export function checkConcurrency(concurrency = CONCURRENCY): number {
  if (Number.isSafeInteger(concurrency) && concurrency >= 1) return concurrency
  throw new RangeError('start needs a whole number above 0 as `concurrency`')
}

function countRuns(handle: Handle) {
  let running = 0
  return {
    running: () => running,
    async handle(context: RunContext, key: string): Promise<Handled> {
      running += 1
      try {
        return await handle(context, key)
      } finally {
        running -= 1
      }
    },
  }
}

async function end(before: Promise<void>, starting: Promise<Result<Started, QueueUnavailable>>): Promise<void> {
  await before
  const started = await starting
  if (started.isErr()) return
  const { worker, stopSweep, stopCatchingUp } = started.value
  await Promise.all([stopSweep(), stopCatchingUp(), worker.stop()])
}
