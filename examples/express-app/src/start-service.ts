import { createServer } from 'node:http'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import type { TransportOptions } from '@siagh-sync/siagh-client'
import { createSync, type Logger, type RulesInput, type Store, type Sync } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import type { Config } from './config'
import { createApp } from './create-app'
import { createClients } from './create-clients'
import { closeServer, listen } from './listen'

/** A service that runs. */
export interface Service {
  readonly sync: Sync
  /** Where it listens. */
  readonly url: string
  /** Takes no more webhooks, finishes what runs, closes the store. */
  stop(): Promise<void>
}

/** What a site sets in code. */
export interface ServiceOptions {
  readonly rules?: RulesInput
  /** How both clients treat their servers. */
  readonly transport?: TransportOptions
}

/**
 * One process that does everything: webhooks in, workers, SQLite. Rejects with one sentence where it cannot start, and leaves
 * nothing open then.
 */
export async function startService(config: Config, logger: Logger, options: ServiceOptions = {}): Promise<Service> {
  const store = await openStore(config.STORE_FILE)
  try {
    return await startOn(store, config, logger, options)
  } catch (error) {
    const closed = await store.close()
    if (closed.isErr()) logger.warn({ error: closed.error.kind }, 'the store could not be closed')
    throw error
  }
}

async function startOn(store: Store, config: Config, logger: Logger, options: ServiceOptions): Promise<Service> {
  const sync = createSync({
    company: config.COMPANY,
    ...createClients(config, logger, options.transport),
    store,
    queue: memoryQueue(),
    logger,
    rules: rulesOf(config, options.rules),
  })
  const server = createServer(
    createApp({
      sync,
      secrets: config.WEBHOOK_SECRET,
      operatorToken: config.OPERATOR_TOKEN,
      webhookTest: config.WEBHOOK_TEST,
      logger,
    }),
  )
  const url = await listen(server, config.HOST, config.PORT)
  try {
    await orThrow(sync.start({ concurrency: config.CONCURRENCY }))
  } catch (error) {
    await closeServer(server)
    throw error
  }
  return {
    sync,
    url,
    async stop() {
      await Promise.all([closeServer(server), sync.stop()])
      await orThrow(store.close())
    },
  }
}

async function openStore(file: string): Promise<Store> {
  try {
    return await sqliteStore({ file })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/^sqliteStore: /, '') : String(cause)
    throw new Error(`STORE_FILE cannot be used: ${reason}.`, { cause })
  }
}

function rulesOf(config: Config, rules: RulesInput = {}): RulesInput {
  const contact = {
    onDelete: config.DEACTIVATE_DELETED ? ('deactivate' as const) : ('nothing' as const),
    writeBackRecordId: config.WRITE_BACK_RECORD_ID,
  }
  return { ...rules, contact: { ...contact, ...rules.contact } }
}

async function orThrow(result: ResultAsync<void, { readonly message: string }>): Promise<void> {
  const settled = await result
  if (settled.isErr()) throw new Error(settled.error.message)
}
