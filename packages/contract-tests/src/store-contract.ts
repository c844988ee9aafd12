import { describe, onTestFinished } from 'vitest'
import { PATIENCE_MS } from './patience'
import { brokenBackend } from './store/broken-backend'
import { companies } from './store/companies'
import { counts } from './store/counts'
import { deadLetters } from './store/dead-letters'
import { due } from './store/due'
import { beginning } from './store/beginning'
import { durability } from './store/durability'
import { failureReasons } from './store/failure-reasons'
import { finishing } from './store/finishing'
import { generations } from './store/generations'
import { heldChanges } from './store/held-changes'
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
import { series } from './store/series'
import { values } from './store/values'
import type { OpenStore, StoreUnderTest } from './store-under-test'

/** Describes the store under test. */
export interface StoreContract {
  /** The heading of the tests. Default: `store`. */
  readonly name?: string
  /**
   * `false`: the store forgets everything at the end of its process. Every other store needs `reopen`. Default
   * `true`.
   */
  readonly durable?: boolean
  /**
   * `false`: only one process can use the store. Every other store needs `otherProcess`. Default: the value of
   * `durable`.
   */
  readonly shared?: boolean
  readonly create: () => Promise<StoreUnderTest>
}

/** Declares the tests that every store has to pass. Call it at the top level of a vitest file. */
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
      heldChanges,
      failureReasons,
      values,
      series,
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
