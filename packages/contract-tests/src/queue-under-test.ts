import type { Queue } from '@siagh-sync/sync-core'

/** One queue, empty, for one test. */
export interface QueueUnderTest {
  readonly queue: Queue
  /** Makes the backend of the open queue unavailable. */
  readonly breakBackend?: () => Promise<void>
  /** Closes everything, whatever state the test has left it in. The test has already stopped its workers. */
  readonly dispose: () => Promise<void>
}

/** A new queue for the running test. It is disposed of when the test ends. */
export type OpenQueue = () => Promise<QueueUnderTest>
