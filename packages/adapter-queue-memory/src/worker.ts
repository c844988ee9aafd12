import type { Handled, Handler, QueueWorker } from '@siagh-sync/sync-core'
import type { WakeUps } from './wake-ups'

/** Handles the keys of the wake-ups with `handler`, at most `concurrency` at a time. */
export function startWorker(wakeUps: WakeUps, handler: Handler, concurrency: number): QueueWorker {
  const runs = new Set<Promise<void>>()
  let stopped = false

  const answer = async (key: string) => {
    const handled = await call(handler, key)
    if (handled.status === 'again') wakeUps.add(key, handled.delayMs)
    wakeUps.handled(key)
  }

  const fill = () => {
    while (!stopped && runs.size < concurrency) {
      const key = wakeUps.take()
      if (key === undefined) return
      const run = answer(key).finally(() => {
        runs.delete(run)
        fill()
      })
      runs.add(run)
    }
  }

  const endListening = wakeUps.listen(fill)
  fill()
  return {
    async stop() {
      stopped = true
      endListening()
      await Promise.all(runs)
    },
  }
}

/**
 * A handler must not reject. If it does, this wake-up is over: the sweep enqueues the record again if it is still in
 * the inbox. The handler starts a moment later, so that it never runs inside somebody's call of `enqueue`.
 */
async function call(handler: Handler, key: string): Promise<Handled> {
  await Promise.resolve()
  try {
    return await handler(key)
  } catch {
    return { status: 'done' }
  }
}
