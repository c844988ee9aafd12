import type { Store } from '@siagh-sync/sync-core'
import { describe, onTestFinished } from 'vitest'
import { brokenBackend } from './store/broken-backend'
import { companies } from './store/companies'
import { counts } from './store/counts'
import { deadLetters } from './store/dead-letters'
import { due } from './store/due'
import { durability } from './store/durability'
import { generations } from './store/generations'
import { inbox } from './store/inbox'
import { journal } from './store/journal'
import { leases } from './store/leases'
import { lostLeases } from './store/lost-leases'
import { mappings } from './store/mappings'
import { oddIds } from './store/odd-ids'
import { paging } from './store/paging'
import { rivals } from './store/rivals'

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

/** How to get a store that is to be tested. */
export interface StoreContract {
  /** Heads the tests. Default: `store`. */
  readonly name?: string
  /** `false` for a store that forgets with its process; every other has to give `reopen`. Default `true`. */
  readonly durable?: boolean
  readonly create: () => Promise<StoreUnderTest>
}

/** A fresh store for the running test; it is disposed of when the test ends. */
export type OpenStore = () => Promise<StoreUnderTest>

/** Declares the tests that every store has to pass. Call it at the top of a vitest file. */
export function storeContract({ name = 'store', durable = true, create }: StoreContract): void {
  const open: OpenStore = async () => {
    const subject = await create()
    onTestFinished(subject.dispose)
    return subject
  }
  const concerns = [mappings, rivals, inbox, generations, due, deadLetters, counts, leases, lostLeases, journal, paging]
  describe(name, () => {
    for (const concern of [...concerns, companies, oddIds, brokenBackend]) concern(open)
    if (durable) durability(open)
  })
}
