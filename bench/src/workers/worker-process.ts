import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type Store, type Sync } from '@siagh-sync/sync-core'
import { openQueue, type QueuePlace } from '../backends/open-queue'
import { openStore, type StorePlace } from '../backends/open-store'
import { answerParent } from '../child/answer-parent'
import { cpuMs } from '../child/cpu-ms'
import type { Access } from '../servers/servers-process'
import { createLedger, timed, type Spent } from './ledger'
import { timedQueue, timedStore } from './timed-parts'
import { expectOk } from '../../../test-support/results'

/** What a process works with. */
export interface WorkerPlaces {
  readonly siagh: Access
  readonly crm: Access
  readonly store: StorePlace
  readonly queue: QueuePlace
}

const IN_FLIGHT = 64

const ledger = createLedger()
let sync: Sync | undefined
let store: Store | undefined

const commands = {
  /** The product as it is deployed on several machines, without the limits that spare real servers. */
  async open(places: WorkerPlaces): Promise<void> {
    const unlimited = { rateLimit: { concurrency: Infinity, perSecond: Infinity } }
    store = await openStore(places.store)
    sync = createSync({
      siagh: timed(createSiaghClient({ ...places.siagh, ...unlimited }), 'siagh', ledger),
      crm: timed(createCrmClient({ ...places.crm, ...unlimited }), 'crm', ledger),
      store: timedStore(store, ledger),
      queue: timedQueue(openQueue(places.queue), ledger),
      // Its calls are not an identity's.
      rules: { catchUp: { everyMs: 'never' } },
    })
  },
  /** Starts to take work: the role `worker`. */
  async start(concurrency: number): Promise<void> {
    expectOk(await theSync().start({ concurrency }))
  },
  /** Takes a change of every identity in, as the role `web` does. */
  async receive(ids: readonly string[]): Promise<void> {
    for (let first = 0; first < ids.length; first += IN_FLIGHT) {
      const some = ids.slice(first, first + IN_FLIGHT)
      const receipts = await Promise.all(some.map((id) => theSync().receive({ kind: 'identity', id, event: 'update' })))
      for (const receipt of receipts) expectOk(receipt)
    }
  },
  /** Changes noted and not yet handled. */
  async pending(): Promise<number> {
    if (!store) throw new Error('open comes first')
    return expectOk(await store.inbox.counts(theSync().company)).pending
  },
  async failed(): Promise<number> {
    return expectOk(await theSync().status()).failed
  },
  /** Where the time went since the last call. */
  spent: async (): Promise<Readonly<Record<string, Spent>>> => ledger.take(),
  /** Time on a processor so far. */
  cpuMs: async () => cpuMs(),
  async stop(): Promise<void> {
    await theSync().stop()
  },
}

/** The commands of this process. */
export type WorkerCommands = typeof commands

answerParent(commands)

function theSync(): Sync {
  if (!sync) throw new Error('open comes first')
  return sync
}
