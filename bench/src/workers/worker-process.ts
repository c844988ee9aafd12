import type { Sync } from '@siagh-sync/sync-core'
import { answerParent } from '../child/answer-parent'
import { cpuMs } from '../child/cpu-ms'
import { startProduct, type Product, type ProductOptions } from '../product/start-product'
import { createLedger, type Spent } from './ledger'
import { timedFetch } from './timed-fetch'
import { expectOk } from '../../../test-support/results'

const IN_FLIGHT = 64

const ledger = createLedger()
let product: Product | undefined

const commands = {
  /** Starts one process of the product as it is deployed on several machines. A worker takes work from now on. */
  async open(options: Omit<ProductOptions, 'transport'>): Promise<void> {
    product = await startProduct({ ...options, transport: { fetch: timedFetch(ledger) } })
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
    const { store, company } = theSync().internals
    return expectOk(await store.inbox.counts(company)).pending
  },
  async failed(): Promise<number> {
    return expectOk(await theSync().status()).failed
  },
  /** Where the time went since the last call. */
  spent: async (): Promise<Readonly<Record<string, Spent>>> => ledger.take(),
  /** Time on a processor so far. */
  cpuMs: async () => cpuMs(),
  async stop(): Promise<void> {
    await product?.stop()
  },
}

/** The commands of this process. */
export type WorkerCommands = typeof commands

answerParent(commands)

function theSync(): Sync {
  if (!product) throw new Error('open comes first')
  return product.sync
}
