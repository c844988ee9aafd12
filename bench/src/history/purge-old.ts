import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type Queue, type Store } from '@siagh-sync/sync-core'
import { okAsync } from 'neverthrow'
import { PURGED_COMPANY, TO_PURGE } from './amounts'
import { expectOk } from '../../../test-support/results'

const ROWS = TO_PURGE.journal + TO_PURGE.settled
const LIMIT_MS = 120_000

/** What was purged. */
export interface Purged {
  readonly rows: number
  readonly ms: number
}

// Nothing is noted for this company, and so nobody has to work.
const silent: Queue = {
  enqueue: () => okAsync(undefined),
  work: () => okAsync({ stop: () => Promise.resolve() }),
}

/** Purges what is too old by the sweep of a sync, as it goes on in every worker, but with hardly a pause between two sweeps. */
export function purgeOld(store: Store): { readonly run: () => Promise<Purged>; readonly isOver: () => boolean } {
  let rows = 0
  let over = false
  const away = { baseUrl: 'http://127.0.0.1:9', username: 'nobody', password: 'nothing' }
  const sync = createSync({
    siagh: createSiaghClient(away),
    crm: createCrmClient(away),
    company: PURGED_COMPANY,
    store: countingPurges(store, (gone) => (rows += gone)),
    queue: silent,
    rules: { sweepEveryMs: 10, catchUp: { everyMs: 'never' } },
  })
  const run = async () => {
    const startedAt = performance.now()
    expectOk(await sync.start())
    while (rows < ROWS && performance.now() - startedAt < LIMIT_MS) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    over = true
    await sync.stop()
    if (rows < ROWS) throw new Error(`only ${rows} rows were purged`)
    return { rows, ms: performance.now() - startedAt }
  }
  return { run, isOver: () => over }
}

function countingPurges(store: Store, count: (gone: number) => void): Store {
  const { inbox, journal } = store
  const counted = (gone: number) => {
    count(gone)
    return gone
  }
  return {
    ...store,
    inbox: { ...inbox, purge: (...asked) => inbox.purge(...asked).map(counted) },
    journal: { ...journal, purge: (...asked) => journal.purge(...asked).map(counted) },
  }
}
