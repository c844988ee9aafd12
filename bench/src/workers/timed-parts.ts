import type { Queue, Store } from '@siagh-sync/sync-core'
import { timed, type Ledger } from './ledger'

/** The same store, its calls timed as `store.…`. */
export function timedStore(store: Store, ledger: Ledger): Store {
  const visits = timed(store, 'store', ledger)
  return {
    begin: (...begun) => visits.begin(...begun),
    intend: (...intent) => visits.intend(...intent),
    finish: (...end) => visits.finish(...end),
    mappings: timed(store.mappings, 'store.mappings', ledger),
    inbox: timed(store.inbox, 'store.inbox', ledger),
    journal: timed(store.journal, 'store.journal', ledger),
    leases: timed(store.leases, 'store.leases', ledger),
    marks: timed(store.marks, 'store.marks', ledger),
    origins: timed(store.origins, 'store.origins', ledger),
    gaps: timed(store.gaps, 'store.gaps', ledger),
    heldChanges: timed(store.heldChanges, 'store.heldChanges', ledger),
    close: () => store.close(),
  }
}

/** The same queue; the time that its handlers take is in the ledger as `handler`. */
export function timedQueue(queue: Queue, ledger: Ledger): Queue {
  return {
    enqueue: (topic, key, options) => queue.enqueue(topic, key, options),
    work: (topic, handler, options) =>
      queue.work(
        topic,
        async (key) => {
          const startedAt = performance.now()
          const handled = await handler(key)
          ledger.add('handler', performance.now() - startedAt)
          return handled
        },
        options,
      ),
  }
}
