import type { Store } from '@siagh-sync/sync-core'

/** How a process of its own is started that opens the same data. */
export interface OtherProcess {
  /** A script that calls `serveStore` of `@siagh-sync/contract-tests/process`. */
  readonly script: URL
  /** What `serveStore` hands to the script, to say where the data is. It goes along as JSON. */
  readonly place: unknown
  /** Options of Node itself, as `--import tsx` for a script in TypeScript. Default: none. */
  readonly nodeOptions?: readonly string[]
}

/** One store, empty, for one test. */
export interface StoreUnderTest {
  readonly store: Store
  /** Opens the same data once more, as the next process would. The first store may be closed by then, or left as it is. */
  readonly reopen?: () => Promise<Store>
  /** Opens the same data in another process. */
  readonly otherProcess?: OtherProcess
  /** Takes the backend away from under the open store. Default: `store.close()`. */
  readonly breakBackend?: () => Promise<void>
  /** Lets go of everything, the reopened stores too, whatever state the test left them in. */
  readonly dispose: () => Promise<void>
}

/** A fresh store for the running test; it is disposed of when the test ends. */
export type OpenStore = () => Promise<StoreUnderTest>
