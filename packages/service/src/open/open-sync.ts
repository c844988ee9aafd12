import { err, ok, type Result } from 'neverthrow'
import type { CrmClient } from '@siagh-sync/crm-client'
import type { SiaghClient, TransportOptions } from '@siagh-sync/siagh-client'
import { createSync, type Logger, type Queue, type Store, type Sync, type SyncError } from '@siagh-sync/sync-core'
import { sayingOfError, type Saying } from '@siagh-sync/sync-core/messages'
import type { Config, ServiceConfig } from '../config/resolve-config'
import { inEnglish, serviceSaying } from '../messages/service-messages'
import { openRecording } from '../recording/open-recording'
import type { Recorder } from '../recording/record-exchanges'
import type { Patience } from './await-database'
import { createClosings, type Closings } from './closings'
import { withoutPassword } from './hide-password'
import { openClients } from './open-clients'
import { openQueue } from './open-queue'
import { openStore } from './open-store'
import { compareFolderNote } from './folder-note'

/** A company's synchronisation, with its configuration and clients. */
interface OpenCompany {
  readonly config: Config
  readonly sync: Sync
  readonly crm: CrmClient
  readonly siagh: SiaghClient
  /** Absent: nothing is recorded. */
  readonly recorder?: Recorder
}

/** The companies of a process, and what they share. Nothing takes webhooks or handles changes yet. */
export interface OpenCompanies {
  readonly companies: readonly OpenCompany[]
  readonly store: Store
  readonly queue: Queue
  /** The place of the store for a person: the path of a file, or an address without its password. */
  readonly storePlace: string
}

/**
 * Why something could not be opened or started. The kind is `start`, or it is the core's error if the store belongs
 * to other servers.
 */
export type StartError =
  | {
      readonly kind: 'start'
      /** In English. */
      readonly message: string
      /** The same in a form that can be shown in any language. */
      readonly saying: Saying
    }
  | SyncError

/** The options for opening. */
export interface OpenOptions {
  readonly logger: Logger
  /** The options of both clients' transports. */
  readonly transport?: TransportOptions | undefined
  /** The folder with the note about the store that was used last. The note is used to report another, empty store. */
  readonly folder?: string | undefined
  /**
   * Called with a message if an empty store was opened in `folder` and another one was in use there before. Default:
   * the log, in English.
   */
  readonly tell?: ((message: Saying) => void) | undefined
  /** The folder in which the exchanges with the two servers and the webhooks are recorded. Default: nothing is recorded. */
  readonly record?: string | undefined
  /** How long to wait for PostgreSQL. Default: no wait. */
  readonly patience?: Patience | undefined
}

/** One company's synchronisation, with everything that was opened for it. */
export interface Opened extends OpenCompany, Omit<OpenCompanies, 'companies'> {
  /** Closes everything. Returns the failures, one sentence each. */
  close(): Promise<readonly string[]>
}

/**
 * Opens the store, the queue and the clients of one company, for work without a service. The two servers need not be
 * running. If this fails, everything is closed again.
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

/** Like `openSync`, for every company of a configuration. `closings` closes them. */
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
  const { logger, transport, folder, patience } = options
  const tell = options.tell ?? ((message: Saying) => logger.warn({ code: message.code }, inEnglish(message)))
  const recorderOf = await openRecording(options.record, config.companies.length, logger, closings)
  const store = await openStore(config, logger, closings, patience)
  const queue = await openQueue(config, logger, closings)
  const storePlace = config.store.url === undefined ? (config.store.file ?? '') : withoutPassword(config.store.url)
  const companies: OpenCompany[] = []
  for (const [index, own] of config.companies.entries()) {
    const { company, rules, acceptNewServers, mode, hold } = own
    const recorder = recorderOf[index]
    const clients = openClients(own, logger, transport, recorder)
    const sync = createSync({ company, ...clients, store, queue, logger, rules, acceptNewServers, mode, hold })
    const confirmed = await sync.confirmServers()
    if (confirmed.isErr()) return err(confirmed.error)
    if (folder !== undefined) await compareFolderNote(folder, { store, company, place: storePlace }, tell)
    companies.push({ config: own, sync, ...clients, ...(recorder && { recorder }) })
  }
  return ok({ companies, store, queue, storePlace })
}

/** A `StartError` for something that could not be opened. */
export function cannotStart(saying: Saying): StartError {
  return { kind: 'start', message: inEnglish(saying), saying }
}

/** What to say of something that was thrown while the store, the queue or a client was opened. */
export function sayingOfStart(error: unknown): Saying {
  const reason = error instanceof Error ? error.message : String(error)
  return sayingOfError(error) ?? serviceSaying('cannot_start', { reason })
}
