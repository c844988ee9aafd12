import type { Handled, Queue, QueueWorker } from '@siagh-sync/sync-core'
import { onTestFinished, vi } from 'vitest'
import { PATIENCE_MS } from '../patience'
import { valueOf } from '../value-of'

/** A worker that records its wake-ups. */
export interface Crew {
  readonly worker: QueueWorker
  /** The keys of its wake-ups, in order. */
  readonly calls: readonly string[]
}

/** The answer of a handler that needs no other wake-up. */
export const done: Handled = { status: 'done' }

/** Starts a worker that is stopped with the test. `answer`: what its handler does. */
export async function hire(
  queue: Queue,
  answer: (key: string, call: number) => Promise<Handled> = () => Promise.resolve(done),
  { topic = 'acme', concurrency = 1 } = {},
): Promise<Crew> {
  const calls: string[] = []
  const handler = (key: string) => answer(key, calls.push(key))
  const worker = await valueOf(queue.work(topic, handler, { concurrency }))
  onTestFinished(() => worker.stop())
  return { worker, calls }
}

/** Waits until `check` does not throw any more. */
export const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: PATIENCE_MS, interval: 5 })

/** A gate: a handler waits at it until the test opens it. */
export function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}
