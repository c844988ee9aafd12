import type { Sync } from '@siagh-sync/sync-core'
import { answerParent } from '../child/answer-parent'
import { secret } from '../intake/webhook-path'
import { startProduct, type Product, type ProductPlace } from '../product/start-product'
import type { Access } from '../servers/servers-process'
import { expectOk } from '../../../test-support/results'

let product: Product | undefined

const commands = {
  /** Starts the product, which takes webhooks at the address that this answers, and handles them. */
  async open(siagh: Access, crm: Access, place: ProductPlace): Promise<string> {
    product = await startProduct({ place, servers: { siagh, crm } })
    return `${product.url}/webhook/crm?secret=${secret}`
  },
  async pending(): Promise<number> {
    return expectOk(await theSync().status()).pending
  },
  /** How often the record was handled, by the journal. */
  async runs(id: string): Promise<number> {
    return expectOk(await theSync().history({ id }, { limit: 1_000 })).items.length
  },
  async stop(): Promise<void> {
    await product?.stop()
  },
}

/** The commands of this process. */
export type EditsCommands = typeof commands

answerParent(commands)

function theSync(): Sync {
  if (!product) throw new Error('open comes first')
  return product.sync
}
