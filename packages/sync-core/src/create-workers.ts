import { errAsync, okAsync, ResultAsync, type Result } from 'neverthrow'
import type { SyncContext } from './context'
import type { QueueUnavailable } from './errors'
import type { Handled, QueueWorker } from './ports/queue'
import type { Calls } from './run/calls'
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

/** What workers do: `handle` for each key of the queue, with these calls, and `background` beside it. */
export interface WorkersTask {
  readonly handle: (calls: Calls) => (key: string) => Promise<Handled>
  /** Each of them starts something, and returns the function that stops it. */
  readonly background: readonly (() => () => Promise<void>)[]
}

interface Started {
  readonly worker: QueueWorker
  readonly stops: readonly (() => Promise<void>)[]
}

/** Creates workers that are not started yet. They make at most `concurrency` calls to the two servers at once. */
export function createWorkers(
  context: Calls & Pick<SyncContext, 'queue' | 'company' | 'outage'>,
  { handle, background }: WorkersTask,
): Workers {
  let starting: Promise<Result<Started, QueueUnavailable>> | undefined
  let stopping = Promise.resolve()
  let running = 0
  const counted = async (run: Promise<Handled>): Promise<Handled> => {
    running += 1
    return run.finally(() => (running -= 1))
  }

  const begin = async (concurrency: number): Promise<Result<Started, QueueUnavailable>> => {
    await stopping
    const handleKey = handle(inTurns(context, concurrency, context.outage))
    const worker = await context.queue.work(context.company, (key) => counted(handleKey(key)), {
      concurrency: concurrency * RUNS_PER_CALL,
    })
    return worker.map((started) => ({ worker: started, stops: background.map((startOne) => startOne()) }))
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
    running: () => running,
  }
}

/** Checks the number of calls at once. Throws if it is not a whole number above 0. */
export function checkConcurrency(concurrency = CONCURRENCY): number {
  if (Number.isSafeInteger(concurrency) && concurrency >= 1) return concurrency
  throw new RangeError('start needs a whole number above 0 as `concurrency`')
}

async function end(before: Promise<void>, starting: Promise<Result<Started, QueueUnavailable>>): Promise<void> {
  await before
  const started = await starting
  if (started.isErr()) return
  const { worker, stops } = started.value
  await Promise.all([...stops.map((stop) => stop()), worker.stop()])
}
