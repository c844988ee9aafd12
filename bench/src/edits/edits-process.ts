import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { crmWebhooks, sharedSecret } from '@siagh-sync/adapter-express'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type Sync } from '@siagh-sync/sync-core'
import { openQueue } from '../backends/open-queue'
import { openStore } from '../backends/open-store'
import { answerParent } from '../child/answer-parent'
import { secret } from '../intake/webhook-path'
import type { WorkerPlaces } from '../workers/worker-process'

let sync: Sync | undefined

const commands = {
  /** The whole product in one process: takes webhooks in at the address that it answers, and handles them. */
  async open({ siagh, crm, store, queue }: WorkerPlaces): Promise<string> {
    sync = createSync({
      siagh: createSiaghClient(siagh),
      crm: createCrmClient(crm),
      store: await openStore(store),
      queue: openQueue(queue),
      rules: { catchUp: { everyMs: 'never' } },
    })
    ;(await sync.start())._unsafeUnwrap()
    const server = express()
      .use('/webhook/crm', crmWebhooks({ sync, auth: sharedSecret(secret) }))
      .listen(0, '127.0.0.1')
    await once(server, 'listening')
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/crm?secret=${secret}`
  },
  async pending(): Promise<number> {
    return (await theSync().status())._unsafeUnwrap().pending
  },
  /** How often the record was handled, by the journal. */
  async runs(id: string): Promise<number> {
    return (await theSync().history({ id }, { limit: 1_000 }))._unsafeUnwrap().items.length
  },
  async stop(): Promise<void> {
    await theSync().stop()
  },
}

/** The commands of this process. */
export type EditsCommands = typeof commands

answerParent(commands)

function theSync(): Sync {
  if (!sync) throw new Error('open comes first')
  return sync
}
