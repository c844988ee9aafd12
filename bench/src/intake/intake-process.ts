import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { crmWebhooks, sharedSecret } from '@siagh-sync/adapter-express'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { createSync, type Store, type Sync } from '@siagh-sync/sync-core'
import { openStore, type StorePlace } from '../backends/open-store'
import { answerParent } from '../child/answer-parent'
import { cpuMs } from '../child/cpu-ms'
import { startProduct, startWithoutWorkers, type ProductPlace } from '../product/start-product'
import { secret } from './webhook-path'
import { expectOk } from '../../../test-support/results'

/**
 * `bare` answers 202 to everything. `product` is the service as it is deployed. `parts` is the router for Express
 * over that store and the memory queue: what the webhooks cost without the service.
 */
export type IntakeKind = 'bare' | { readonly product: ProductPlace } | { readonly parts: StorePlace }

let pending = () => Promise.resolve(0)

const commands = {
  /** Listens on a free port of the loopback interface. */
  async listen(kind: IntakeKind): Promise<string> {
    if (kind !== 'bare' && 'product' in kind) return startIntake(kind.product)
    const app = kind === 'bare' ? bareApp() : partsApp(await openStore(kind.parts))
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  },
  /** How many changes stand in the inbox. */
  pending: () => pending(),
  /** Time on a processor so far. */
  cpuMs: async () => cpuMs(),
  /** What is in use after a garbage collection, in bytes. */
  async memory(): Promise<{ readonly heap: number; readonly external: number; readonly rss: number }> {
    if (!globalThis.gc) throw new Error('memory is measured with --expose-gc')
    for (let turn = 0; turn < 3; turn += 1) {
      globalThis.gc()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const { heapUsed, external, rss } = process.memoryUsage()
    return { heap: heapUsed, external, rss }
  },
}

/** The commands of this process. */
export type IntakeCommands = typeof commands

answerParent(commands)

function bareApp(): Express {
  const app = express()
  app.disable('x-powered-by')
  app.get('/webhook/crm/identity', ({ query }, res) => {
    const { event, id, type } = query
    // Express's own way to answer with a status; like ours, the answer has a body, which costs Node a second buffer.
    res.sendStatus(event && id && type ? 202 : 400)
  })
  return app
}

/** No worker handles the changes: they are noted, and queued. */
async function startIntake(place: ProductPlace): Promise<string> {
  const product = await ('store' in place ? startProduct({ place, role: 'web' }) : startWithoutWorkers({ place }))
  pending = () => pendingOf(product.sync)
  return product.url
}

function partsApp(store: Store): Express {
  const away = { baseUrl: 'http://127.0.0.1:9', username: 'nobody', password: 'nothing' }
  const clients = { siagh: createSiaghClient(away), crm: createCrmClient(away) }
  const sync = createSync({ ...clients, store, queue: memoryQueue() })
  pending = () => pendingOf(sync)

  const app = express()
  app.disable('x-powered-by')
  app.use('/webhook/crm', crmWebhooks({ sync, auth: sharedSecret(secret) }))
  return app
}

async function pendingOf(sync: Sync): Promise<number> {
  return expectOk(await sync.status()).pending
}
