import { within, type Handler, type QueueWorker } from '@siagh-sync/sync-core'
import { answerWith } from './answer'
import type { Engine, Hands } from './engine'
import type { Settings } from './options'
import type { Report } from './report'
import { unlessComplaint } from './unless-complaint'

/** How long an engine without an answer may delay the stop of an idle worker. */
const CLOSE_MS = 5_000

/** Starts a worker on `name`. If the engine is not available in time, closes everything and rejects. */
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
    // A fetch that was under way may still bring a job. The job goes back, because the worker is stopping.
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
  // Both connections of the worker are ready, or the first error.
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
 * Resolves when BullMQ has closed the worker. BullMQ waits for the calls under way. If the engine is away, this
 * resolves some time after the last call has ended. No new call begins meanwhile. The jobs of these calls then come
 * to another worker, which finds nothing to do.
 */
async function stopWorker(hands: Hands, calls: ReadonlySet<Promise<unknown>>, report: Report): Promise<void> {
  // From now on no job is taken.
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
