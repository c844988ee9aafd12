import { within, type Handler, type QueueWorker } from '@siagh-sync/sync-core'
import { answerWith } from './answer'
import type { Engine, Hands } from './engine'
import type { Settings } from './options'
import type { Report } from './report'
import { unlessComplaint } from './unless-complaint'

/** How long an engine that does not answer may hold up a worker that has nothing to do any more. */
const CLOSE_MS = 5_000

/** Starts a worker on `name`. Rejects, having let go of everything, when the engine is not there in time. */
export async function startWorker(
  engine: Engine,
  name: string,
  handler: Handler,
  concurrency: number,
  { settings, report }: { readonly settings: Settings; readonly report: Report },
): Promise<QueueWorker> {
  const calls = new Set<Promise<unknown>>()
  let stopping: Promise<void> | undefined
  const tracked: Handler = async (key) => {
    // A fetch that was under way may bring a job yet. It goes back: nobody waits for the call any more.
    if (stopping) return { status: 'again', delayMs: 0 }
    const call = Promise.resolve(key).then(handler)
    calls.add(call)
    try {
      return await call
    } finally {
      calls.delete(call)
    }
  }
  const hands = engine.hire(
    name,
    answerWith(tracked, () => engine.line(name)),
    concurrency,
  )
  hands.worker.on('error', report.failed)
  const stop = () => (stopping ??= stopWorker(hands, calls, report))
  // Both connections of the worker, or the first complaint.
  const ready = unlessComplaint(hands.worker, hands.worker.waitUntilReady())
  try {
    await within(settings.timeoutMs, 'the queue engine does not answer', ready)
  } catch (error) {
    void stop()
    throw error
  }
  hands.worker.run().catch(report.failed)
  return { stop }
}

/**
 * Resolves when BullMQ has closed the worker, which waits for the calls under way; and with an engine that is away, a while
 * after the last of them has ended; no call begins meanwhile. Their jobs then come back to another worker, which finds nothing left to do.
 */
async function stopWorker(hands: Hands, calls: ReadonlySet<Promise<unknown>>, report: Report): Promise<void> {
  // Nothing more is taken, from this moment on.
  hands.worker.pause(true).catch(report.failed)
  const closed = hands.close()
  closed.catch(report.failed)
  while (calls.size > 0) await Promise.allSettled(calls)
  hands.letGo()
  try {
    await within(CLOSE_MS, 'the queue engine is away: its jobs go back to the others', closed)
  } catch (error) {
    report.failed(error)
  }
  hands.cut()
}
