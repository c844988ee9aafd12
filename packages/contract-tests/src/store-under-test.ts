import type { Store } from '@siagh-sync/sync-core'

/** One store, empty, for one test. */
export interface StoreUnderTest {
  readonly store: Store
  /** Opens the same data once more, as the next process would. The first store may be closed by then, or left as it is. */
  readonly reopen?: () => Promise<Store>
  /** Takes the backend away from under the open store. Default: `store.close()`. */
  readonly breakBackend?: () => Promise<void>
  /** Lets go of everything, the reopened stores too, whatever state the test left them in. */
  readonly dispose: () => Promise<void>
}

/** A fresh store for the running test; it is disposed of when the test ends. */
export type OpenStore = () => Promise<StoreUnderTest>
