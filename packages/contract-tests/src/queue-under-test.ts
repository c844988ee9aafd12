import type { Queue } from '@siagh-sync/sync-core'

/** One queue, empty, for one test. */
export interface QueueUnderTest {
  readonly queue: Queue
  /** Takes the backend away from under the open queue. */
  readonly breakBackend?: () => Promise<void>
  /** Lets go of everything, whatever state the test left it in; the test has stopped its workers before. */
  readonly dispose: () => Promise<void>
}

/** A fresh queue for the running test; it is disposed of when the test ends. */
export type OpenQueue = () => Promise<QueueUnderTest>
