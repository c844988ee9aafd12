import { createServer } from 'node:http'
import type { TransportOptions } from '@siagh-sync/siagh-client'
import { createSync, type Logger, type RulesInput, type Sync } from '@siagh-sync/sync-core'
import { createClosings, type Closings } from './closings'
import type { Config } from './config'
import { createApp } from './create-app'
import { createClients } from './create-clients'
import { createDrain } from './drain'
import { closeServer, listen } from './listen'
import { openQueue } from './open-queue'
import { confirmStore } from './confirm-store'
import { openStore } from './open-store'
import { noWorkers, startWorkers } from './start-workers'
import { warnOfShortLease } from './warn-of-short-lease'

/** A service that runs. */
export interface Service {
  readonly sync: Sync
  /** Where it listens. */
  readonly url: string
  /**
   * Says at `/readyz` that it ends, and takes no more work; webhooks for `DRAIN_SECONDS` still. Finishes what runs, then lets go of
   * queue, store and connections, in this order.
   */
  stop(): Promise<void>
}

/** What a site sets in code. */
export interface ServiceOptions {
  readonly rules?: RulesInput
  /** How both clients treat their servers. */
  readonly transport?: TransportOptions
  /** Where it is noted which store was used last, so that another, empty one is told. */
  readonly folder?: string
}

/**
 * One process: webhooks in, workers, or both, as `ROLE` says. Neither server has to be there, nor the engine of the queue; the store
 * does. Rejects with one sentence where it cannot start, and leaves nothing open then.
 */
export async function startService(config: Config, logger: Logger, options: ServiceOptions = {}): Promise<Service> {
  const closings = createClosings()
  try {
    const started = await startOn(closings, config, logger, options)
    return { ...started, stop: () => closings.close() }
  } catch (error) {
    await closings.close().catch((failure: unknown) => logger.warn({ reason: String(failure) }, 'a start was given up'))
    throw error
  }
}

async function startOn(
  closings: Closings,
  config: Config,
  logger: Logger,
  options: ServiceOptions,
): Promise<Pick<Service, 'sync' | 'url'>> {
  const rules = rulesOf(config, options.rules)
  warnOfShortLease(rules, logger)
  const store = await openStore(config, logger, closings)
  const sync = createSync({
    company: config.COMPANY,
    ...createClients(config, logger, options.transport),
    store,
    queue: openQueue(config, logger, closings),
    logger,
    rules,
    acceptNewServers: config.ACCEPT_NEW_SERVERS,
  })
  await confirmStore(sync, store, config, logger, options.folder)
  let workers = noWorkers
  const drain = createDrain(config.DRAIN_SECONDS * 1_000)
  const server = createServer(
    createApp({
      sync,
      secrets: config.ROLE === 'worker' ? undefined : config.WEBHOOK_SECRET,
      operatorToken: config.OPERATOR_TOKEN,
      webhookTest: config.WEBHOOK_TEST,
      isReady: () => workers.isReady(),
      isEnding: () => drain.hasBegun(),
      logger,
    }),
  )
  const url = await listen(server, config.HOST, config.PORT)
  if (config.ROLE !== 'web') workers = startWorkers(sync, config.CONCURRENCY, logger)
  const endHttp = () => drain.begin().then(() => closeServer(server))
  closings.add('HTTP and the workers', () => Promise.all([endHttp(), workers.stop()]))
  return { sync, url }
}

function rulesOf(config: Config, rules: RulesInput = {}): RulesInput {
  const contact = {
    onDelete: config.DEACTIVATE_DELETED ? ('deactivate' as const) : ('nothing' as const),
    writeBackRecordId: config.WRITE_BACK_RECORD_ID,
  }
  const times = { leaseMs: config.LEASE_SECONDS * 1_000, sweepEveryMs: config.SWEEP_SECONDS * 1_000 }
  return { ...times, ...rules, contact: { ...contact, ...rules.contact } }
}
