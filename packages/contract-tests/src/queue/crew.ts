import type { Handled, Queue, QueueWorker } from '@siagh-sync/sync-core'
import { onTestFinished, vi } from 'vitest'
import { PATIENCE_MS } from '../patience'
import { valueOf } from '../value-of'

/** A worker that writes down what it was woken for. */
export interface Crew {
  readonly worker: QueueWorker
  /** The keys it was woken for, in order. */
  readonly calls: readonly string[]
}

/** What a handler answers that wants nothing more. */
export const done: Handled = { status: 'done' }

/** Starts a worker that is stopped with the test. `answer` says what its handler does. */
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

/** Waits until `check` no longer throws. */
export const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: PATIENCE_MS, interval: 5 })

/** A door that a handler waits behind until the test opens it. */
export function createGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}
