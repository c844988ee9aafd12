import type { ResultAsync } from 'neverthrow'
import type { QueueUnavailable } from '../errors'

/** The handler's answer: no more wake-ups, or another one after a while. */
export type Handled = { readonly status: 'done' } | { readonly status: 'again'; readonly delayMs: number }

/** Never rejects. Calls for one key may overlap in time. The lease keeps them apart. */
export type Handler = (key: string) => Promise<Handled>

/**
 * Brings wake-ups to the workers. The store holds the work itself. A queue may lose a wake-up, deliver it twice or
 * deliver it late: the sweep and the lease correct all of that. Each company has its own topic. A key is any text of
 * up to 220 characters.
 */
export interface Queue {
  /**
   * Requests one wake-up of `key`, now or after `delayMs`. If a wake-up of the same key is already waiting, the two
   * become one, at the earlier time if the engine can do that. If the handler is running for that key, another run
   * follows.
   */
  enqueue(topic: string, key: string, options?: { readonly delayMs?: number }): ResultAsync<void, QueueUnavailable>
  /**
   * Calls `handler` for the wake-ups of `topic`, at most `concurrency` at a time. `again` requests a wake-up after
   * `delayMs`.
   */
  work(
    topic: string,
    handler: Handler,
    options: { readonly concurrency: number },
  ): ResultAsync<QueueWorker, QueueUnavailable>
}

/** Calls a handler until it is stopped. */
export interface QueueWorker {
  /** Takes no more wake-ups. Resolves when all running handler calls have ended. */
  stop(): Promise<void>
}
