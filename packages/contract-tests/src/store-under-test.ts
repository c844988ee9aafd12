import type { Store } from '@siagh-sync/sync-core'

/** How to start another process that opens the same data. */
export interface OtherProcess {
  /** A script that calls `serveStore` from `@siagh-sync/contract-tests/process`. */
  readonly script: URL
  /** The place of the data. `serveStore` passes it to the script. It is sent as JSON. */
  readonly place: unknown
  /** Options of Node, such as `--import tsx` for a script in TypeScript. Default: none. */
  readonly nodeOptions?: readonly string[]
}

/** One store, empty, for one test. */
export interface StoreUnderTest {
  readonly store: Store
  /** Opens the same data again, as the next process would. The first store may be closed or still open. */
  readonly reopen?: () => Promise<Store>
  /** Opens the same data in another process. */
  readonly otherProcess?: OtherProcess
  /** Makes the backend of the open store unavailable. Default: `store.close()`. */
  readonly breakBackend?: () => Promise<void>
  /** Closes everything, including reopened stores, whatever state the test has left them in. */
  readonly dispose: () => Promise<void>
}

/** A new store for the running test. It is disposed of when the test ends. */
export type OpenStore = () => Promise<StoreUnderTest>
