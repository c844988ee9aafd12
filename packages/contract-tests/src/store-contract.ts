import { describe, onTestFinished } from 'vitest'
import { PATIENCE_MS } from './patience'
import { brokenBackend } from './store/broken-backend'
import { companies } from './store/companies'
import { counts } from './store/counts'
import { deadLetters } from './store/dead-letters'
import { due } from './store/due'
import { beginning } from './store/beginning'
import { durability } from './store/durability'
import { finishing } from './store/finishing'
import { generations } from './store/generations'
import { inbox } from './store/inbox'
import { journal } from './store/journal'
import { leases } from './store/leases'
import { lostLeases } from './store/lost-leases'
import { mappings } from './store/mappings'
import { marks } from './store/marks'
import { notesAtOnce } from './store/notes-at-once'
import { origins } from './store/origins'
import { oddIds } from './store/odd-ids'
import { paging } from './store/paging'
import { processes } from './store/processes'
import { purging } from './store/purging'
import { rivals } from './store/rivals'
import type { OpenStore, StoreUnderTest } from './store-under-test'

/** How to get a store that is to be tested. */
export interface StoreContract {
  /** Heads the tests. Default: `store`. */
  readonly name?: string
  /** `false` for a store that forgets with its process; every other has to give `reopen`. Default `true`. */
  readonly durable?: boolean
  /** `false` for a store that one process alone can use; every other has to give `otherProcess`. Default: as `durable`. */
  readonly shared?: boolean
  readonly create: () => Promise<StoreUnderTest>
}

/** Declares the tests that every store has to pass. Call it at the top of a vitest file. */
export function storeContract({ name = 'store', durable = true, shared = durable, create }: StoreContract): void {
  const open: OpenStore = async () => {
    const subject = await create()
    onTestFinished(subject.dispose)
    return subject
  }
  const concerns = [mappings, rivals, inbox, generations, due, deadLetters, counts, leases, lostLeases, journal, paging]
  describe(name, { timeout: PATIENCE_MS }, () => {
    for (const concern of [
      ...concerns,
      beginning,
      finishing,
      marks,
      origins,
      purging,
      companies,
      notesAtOnce,
      oddIds,
      brokenBackend,
    ])
      concern(open)
    if (durable) durability(open)
    if (shared) processes(open)
  })
}
