import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express, { type Express } from 'express'
import { crmWebhooks, sharedSecret } from '@siagh-sync/adapter-express'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { memoryStore } from '@siagh-sync/adapter-store-memory'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type Store } from '@siagh-sync/sync-core'
import { answerParent } from '../child/answer-parent'
import { secret } from './webhook-path'

/** `bare` answers 202 to everything; the others are the product with that store. */
export type IntakeKind = 'bare' | 'memory' | 'sqlite'

let pending = () => Promise.resolve(0)

const commands = {
  /** Listens on a free port of the loopback interface. `folder` is where a store on disk goes. */
  async listen(kind: IntakeKind, folder: string): Promise<string> {
    const app = kind === 'bare' ? bareApp() : intakeApp(kind === 'memory' ? memoryStore() : await onDisk(folder))
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  },
  /** How many changes stand in the inbox. */
  pending: () => pending(),
  /** Time on a processor so far. */
  async cpuMs(): Promise<number> {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  },
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

function intakeApp(store: Store): Express {
  // No worker is started and nobody calls the clients: the changes are noted, and queued.
  const away = { baseUrl: 'http://127.0.0.1:9', username: 'nobody', password: 'nothing' }
  const clients = { siagh: createSiaghClient(away), crm: createCrmClient(away) }
  const sync = createSync({ ...clients, store, queue: memoryQueue() })
  pending = async () => (await sync.status())._unsafeUnwrap().pending

  const app = express()
  app.disable('x-powered-by')
  app.use('/webhook/crm', crmWebhooks({ sync, auth: sharedSecret(secret) }))
  return app
}

async function onDisk(folder: string): Promise<Store> {
  return sqliteStore({ file: join(await mkdtemp(join(folder, 'store-')), 'siagh-sync.db') })
}
