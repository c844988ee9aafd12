import type { Handled, Handler, QueueWorker } from '@siagh-sync/sync-core'
import type { Bell } from './bell'

/** Handles the keys of the bell with `handler`, at most `concurrency` at a time. */
export function startWorker(bell: Bell, handler: Handler, concurrency: number): QueueWorker {
  const runs = new Set<Promise<void>>()
  let stopped = false

  const answer = async (key: string) => {
    const handled = await call(handler, key)
    if (handled.status === 'again') bell.ring(key, handled.delayMs)
    bell.answered(key)
  }

  const fill = () => {
    while (!stopped && runs.size < concurrency) {
      const key = bell.take()
      if (key === undefined) return
      const run = answer(key).finally(() => {
        runs.delete(run)
        fill()
      })
      runs.add(run)
    }
  }

  const deafen = bell.listen(fill)
  fill()
  return {
    async stop() {
      stopped = true
      deafen()
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
