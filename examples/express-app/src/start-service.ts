import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type Logger, type RulesInput, type Sync } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import type { Config } from './config'
import { createApp } from './create-app'

export interface Service {
  readonly sync: Sync
  /** Where it listens. */
  readonly url: string
  /** Takes no more webhooks, finishes what runs, closes the store. */
  stop(): Promise<void>
}

/** One process that does everything: webhooks in, workers, SQLite. */
export async function startService(config: Config, logger: Logger, rules: RulesInput = {}): Promise<Service> {
  const store = await sqliteStore({ file: config.STORE_FILE })
  const sync = createSync({
    company: config.COMPANY,
    crm: createCrmClient({ baseUrl: config.CRM_URL, username: config.CRM_USERNAME, password: config.CRM_PASSWORD }),
    siagh: createSiaghClient({ baseUrl: config.SIAGH_URL, username: config.SIAGH_USERNAME, ...siaghPassword(config) }),
    store,
    queue: memoryQueue(),
    logger,
    rules: {
      ...rules,
      contact: {
        onDelete: config.DEACTIVATE_DELETED ? 'deactivate' : 'nothing',
        writeBackRecordId: config.WRITE_BACK_RECORD_ID,
        ...rules.contact,
      },
    },
  })
  const app = createApp({
    sync,
    secrets: config.WEBHOOK_SECRET,
    operatorToken: config.OPERATOR_TOKEN,
    webhookTest: config.WEBHOOK_TEST,
    logger,
  })
  const server = await listen(createServer(app), config)
  await orThrow(sync.start({ concurrency: config.CONCURRENCY }))
  return {
    sync,
    url: addressOf(server),
    async stop() {
      server.close()
      server.closeIdleConnections()
      await sync.stop()
      await orThrow(store.close())
    },
  }
}

async function listen(server: Server, { HOST, PORT }: Config): Promise<Server> {
  server.listen(PORT, HOST)
  await once(server, 'listening')
  return server
}

function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

function siaghPassword({ SIAGH_PASSWORD, SIAGH_PASSWORD_MD5 }: Config) {
  return SIAGH_PASSWORD_MD5 ? { passwordMd5: SIAGH_PASSWORD_MD5 } : { password: SIAGH_PASSWORD ?? '' }
}

async function orThrow(result: ResultAsync<void, { readonly message: string }>): Promise<void> {
  const settled = await result
  if (settled.isErr()) throw new Error(settled.error.message)
}
