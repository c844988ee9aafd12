import type { ResultAsync } from 'neverthrow'
import type { QueueUnavailable } from '../errors'

/** What the handler wants: nothing more, or another wake-up after a while. */
export type Handled = { readonly status: 'done' } | { readonly status: 'again'; readonly delayMs: number }

/** Never rejects. Calls for one key may overlap in time: the lease keeps them apart. */
export type Handler = (key: string) => Promise<Handled>

/**
 * Rings the bell; the store remembers. A queue may lose a wake-up, double it or bring it late: the sweep and the lease make
 * up for all of that. A topic is one company's; a key is opaque text of up to 220 characters.
 */
export interface Queue {
  /**
   * Asks for one wake-up of `key`, at once or after `delayMs`. While one is waiting for the same key, the two become one,
   * at the earlier of both times as far as the engine allows. A call that comes while the handler runs for that key is followed by another run.
   */
  enqueue(topic: string, key: string, options?: { readonly delayMs?: number }): ResultAsync<void, QueueUnavailable>
  /** Calls `handler` for the wake-ups of `topic`, at most `concurrency` at a time. `again` is a wake-up after `delayMs`. */
  work(
    topic: string,
    handler: Handler,
    options: { readonly concurrency: number },
  ): ResultAsync<QueueWorker, QueueUnavailable>
}

/** Calls a handler until it is stopped. */
export interface QueueWorker {
  /** Takes no more wake-ups and resolves when every handler call under way has ended. */
  stop(): Promise<void>
}
