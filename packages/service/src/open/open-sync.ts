import { err, ok, type Result } from 'neverthrow'
import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient, TransportOptions } from '@siagh-sync/siagh-client'
import { createSync, type Logger, type Queue, type Store, type Sync, type SyncError } from '@siagh-sync/sync-core'
import { sayingOfError, type Saying } from '@siagh-sync/sync-core/messages'
import type { Config, ServiceConfig } from '../config/resolve-config'
import { inEnglish, serviceSaying } from '../messages/service-messages'
import type { Patience } from './await-database'
import { createClosings, type Closings } from './closings'
import { withoutPassword } from './hide-password'
import { openClients } from './open-clients'
import { openQueue } from './open-queue'
import { openStore } from './open-store'
import { compareFolderNote } from './folder-note'

/** What a company's synchronisation stands on. */
interface OpenCompany {
  readonly config: Config
  readonly sync: Sync
  readonly crm: CrmClient
  readonly siagh: SiaghClient
}

/** What all companies of a process share, and each of them. Nothing takes webhooks or handles changes yet. */
export interface OpenCompanies {
  readonly companies: readonly OpenCompany[]
  readonly store: Store
  readonly queue: Queue
  /** Where the store is, for a person: the path of a file, or an address without its password. */
  readonly storePlace: string
}

/** Why something could not be opened or started: `start`, or the core's error where the store belongs to other servers. */
export type StartError =
  | {
      readonly kind: 'start'
      /** In English. */
      readonly message: string
      /** The same, to be said in any language. */
      readonly saying: Saying
    }
  | SyncError

/** How things are opened. */
export interface OpenOptions {
  readonly logger: Logger
  /** How both clients treat their servers, and who hears of what they do. */
  readonly transport?: TransportOptions | undefined
  /** Where it is noted which store was used last, so that another, empty one is told. */
  readonly folder?: string | undefined
  /** Hears that an empty store was opened in `folder` where another one was in use. Default: the log. */
  readonly tell?: ((sentence: string) => void) | undefined
  /** How long PostgreSQL is waited for; default: not at all. */
  readonly patience?: Patience | undefined
}

/** One company's synchronisation, and what it stands on. */
export interface Opened extends OpenCompany, Omit<OpenCompanies, 'companies'> {
  /** Closes everything. Answers what could not be closed, a sentence each. */
  close(): Promise<readonly string[]>
}

/**
 * Opens the store, the queue and the clients of one company, for work without a service. Neither server has to be there. Nothing stays open
 * where this fails.
 */
export async function openSync(config: Config, options: OpenOptions): Promise<Result<Opened, StartError>> {
  const closings = createClosings()
  const opened = await openCompanies({ ...config, companies: [config] }, options, closings)
  return opened.andThen(({ companies: [company], ...shared }) =>
    company === undefined
      ? err(cannotStart(serviceSaying('no_company')))
      : ok({ ...company, ...shared, close: () => closings.close() }),
  )
}

/** As `openSync` does, for every company of a configuration; `closings` closes them. */
export async function openCompanies(
  config: ServiceConfig,
  options: OpenOptions,
  closings: Closings,
): Promise<Result<OpenCompanies, StartError>> {
  const opened = await openAll(config, options, closings).catch((error: unknown) =>
    err<never, StartError>(cannotStart(sayingOfStart(error))),
  )
  if (opened.isErr()) {
    for (const failure of await closings.close()) options.logger.warn({ reason: failure }, 'a start was given up')
  }
  return opened
}

async function openAll(
  config: ServiceConfig,
  options: OpenOptions,
  closings: Closings,
): Promise<Result<OpenCompanies, StartError>> {
  const { logger, transport, folder, tell = (sentence: string) => logger.warn({}, sentence), patience } = options
  const store = await openStore(config, logger, closings, patience)
  const queue = await openQueue(config, logger, closings)
  const storePlace = config.store.url === undefined ? (config.store.file ?? '') : withoutPassword(config.store.url)
  const companies: OpenCompany[] = []
  for (const own of config.companies) {
    const { company, rules, acceptNewServers } = own
    const clients = openClients(own, logger, transport)
    const sync = createSync({ company, ...clients, store, queue, logger, rules, acceptNewServers })
    const confirmed = await sync.confirmServers()
    if (confirmed.isErr()) return err(confirmed.error)
    if (folder !== undefined) await compareFolderNote(folder, { store, company, place: storePlace }, tell)
    companies.push({ config: own, sync, ...clients })
  }
  return ok({ companies, store, queue, storePlace })
}

/** A `StartError` of something that could not be opened. */
export function cannotStart(saying: Saying): StartError {
  return { kind: 'start', message: inEnglish(saying), saying }
}

function sayingOfStart(error: unknown): Saying {
  const reason = error instanceof Error ? error.message : String(error)
  return sayingOfError(error) ?? serviceSaying('cannot_start', { reason })
}
