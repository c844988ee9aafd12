import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { crmWebhooks, sharedSecret } from '@siagh-sync/adapter-express'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type Queue, type Store } from '@siagh-sync/sync-core'
import { openQueue, type QueuePlace } from '../backends/open-queue'
import { openStore, type StorePlace } from '../backends/open-store'
import { answerParent } from '../child/answer-parent'
import { cpuMs } from '../child/cpu-ms'
import { secret } from './webhook-path'
import { expectOk } from '../../../test-support/results'

/** `bare` answers 202 to everything; the others are the product with that store and queue. */
export type IntakeKind = 'bare' | { readonly store: StorePlace; readonly queue: QueuePlace }

let pending = () => Promise.resolve(0)

const commands = {
  /** Listens on a free port of the loopback interface. */
  async listen(kind: IntakeKind): Promise<string> {
    const app = kind === 'bare' ? bareApp() : intakeApp(await openStore(kind.store), openQueue(kind.queue))
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

function intakeApp(store: Store, queue: Queue): Express {
  // No worker is started and nobody calls the clients: the changes are noted, and queued.
  const away = { baseUrl: 'http://127.0.0.1:9', username: 'nobody', password: 'nothing' }
  const sync = createSync({ siagh: createSiaghClient(away), crm: createCrmClient(away), store, queue })
  pending = async () => expectOk(await sync.status()).pending

  const app = express()
  app.disable('x-powered-by')
  app.use('/webhook/crm', crmWebhooks({ sync, auth: sharedSecret(secret) }))
  return app
}
