import { err, ok, type Result } from 'neverthrow'
import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient, TransportEvent } from '@siagh-sync/siagh-client'
import { createSync, type Logger, type Queue, type Store, type Sync } from '@siagh-sync/sync-core'
import type { Config } from '../config/schema'
import { cannotStart, failureOf, type Failure } from '../failure'
import { createClosings } from './closings'
import { withoutPassword } from './hide-password'
import { openClients } from './open-clients'
import { openQueue } from './open-queue'
import { openStore } from './open-store'

/** One company's synchronisation, and what it stands on. */
export interface Opened {
  readonly config: Config
  readonly sync: Sync
  readonly store: Store
  readonly queue: Queue
  readonly crm: CrmClient
  readonly siagh: SiaghClient
  readonly logger: Logger
  /** Where the store is, for a person: the path of a file, or an address without its password. */
  readonly storePlace: string
  /** Answers what could not be closed, a sentence each. */
  close(): Promise<readonly string[]>
}

/** Opens the store, the queue and the clients. Neither server has to be there. Nothing stays open where this fails. */
export async function openSync(
  config: Config,
  logger: Logger,
  onEvent?: (event: TransportEvent) => void,
): Promise<Result<Opened, Failure>> {
  const closings = createClosings()
  try {
    const store = await openStore(config, logger, closings)
    const queue = await openQueue(config, logger, closings)
    const clients = openClients(config, logger, onEvent)
    const { company, rules, acceptNewServers } = config
    const sync = createSync({ company, ...clients, store, queue, logger, rules, acceptNewServers })
    const confirmed = await sync.confirmServers()
    if (confirmed.isErr()) {
      await closings.close()
      return err(failureOf(confirmed.error))
    }
    const storePlace = config.store.url === undefined ? (config.store.file ?? '') : withoutPassword(config.store.url)
    return ok({ config, sync, store, queue, ...clients, logger, storePlace, close: () => closings.close() })
  } catch (error) {
    await closings.close()
    return err(cannotStart(error instanceof Error ? error.message : String(error)))
  }
}
