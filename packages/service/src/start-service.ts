import type { Server } from 'node:http'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import type { TransportOptions } from '@siagh-sync/siagh-client'
import type { Logger, Sync } from '@siagh-sync/sync-core'
import type { ConfigError } from './config/config-error'
import type { ServiceConfig } from './config/resolve-config'
import { demandSecrets } from './config/webhook-secrets'
import { createLogger } from './create-logger'
import type { AppOptions } from './http/create-app'
import { createDrain, type Drain } from './http/drain'
import { createClosings, type Closings } from './open/closings'
import { cannotStart, openCompanies, type OpenCompanies, type StartError } from './open/open-sync'
import { startWorkers, type Workers } from './workers/start-workers'
import { logRefusedLogins } from './workers/log-refused-logins'
import { warnOfShortLease } from './workers/warn-of-short-lease'
import { warnOfUnsetRules } from './workers/warn-of-unset-rules'

/** A running service. */
export interface Service {
  /** The synchronisation of each company, by its name. */
  readonly companies: ReadonlyMap<string, Sync>
  /** The address at which it listens. */
  readonly url: string
  /** The place of the store for a person: the path of a file, or an address without its password. */
  readonly storePlace: string
  /**
   * Stops the service. `/readyz` says that it is ending, and no more work is taken, but webhooks are accepted for
   * `drainSeconds`. Running work is finished. Then queue, store and connections are closed, in this order. Returns
   * what could not be closed, one sentence each.
   */
  stop(): Promise<readonly string[]>
}

/** Options that are not settings of the configuration. */
export interface ServiceOptions {
  /** Default: JSON lines on stdout, from `logLevel` up. */
  readonly logger?: Logger
  /** The options of both clients' transports. */
  readonly transport?: TransportOptions
  /** The folder with the note about the store that was used last. The note is used to report another, empty store. */
  readonly folder?: string
  /** The folder in which the exchanges with the two servers and the webhooks are recorded. Default: nothing is recorded. */
  readonly record?: string
  /** Ends the wait for a database that is not available yet. It does not stop a running service. */
  readonly signal?: AbortSignal
}

/** How long to wait for a database that starts at the same time. */
const DATABASE_WAIT_MS = 30_000

/**
 * Starts one process: webhooks, workers, or both, according to `role`, for every company of the configuration. The
 * two servers and the queue's engine need not be running. The store must be available, and PostgreSQL is waited for.
 * If the service cannot start, everything is closed again.
 *
 * @example
 * const loaded = await loadConfig({ cwd: process.cwd(), env: process.env })
 * const service = loaded.isOk() ? await startService(loaded.value.config) : loaded
 */
export async function startService(
  config: ServiceConfig,
  options: ServiceOptions = {},
): Promise<Result<Service, StartError | ConfigError>> {
  const { logger = createLogger(config.logLevel), transport, folder, record, signal } = options
  const demanded = demandSecrets(config)
  if (demanded.isErr()) return err(demanded.error)
  for (const { company, rules } of config.companies) {
    warnOfShortLease(rules, logger)
    warnOfUnsetRules(company, rules, logger)
  }
  const closings = createClosings()
  const patience = { waitMs: DATABASE_WAIT_MS, signal }
  const opened = await openCompanies(config, { logger, transport, folder, record, patience }, closings)
  if (opened.isErr()) return err(opened.error)
  const url = await start(config, opened.value, logger, closings)
  if (url.isErr()) {
    await closings.close()
    return err(cannotStart(url.error))
  }
  const companies = new Map(opened.value.companies.map(({ config: { company }, sync }) => [company, sync]))
  logger.info({ url: url.value, role: config.role, companies: [...companies.keys()] }, 'siagh-sync has started')
  if (config.role !== 'web') greetServers(opened.value, logger, closings)
  const { storePlace } = opened.value
  return ok({ companies, url: url.value, storePlace, stop: () => closings.close() })
}

/** Logs in to the servers. A stop does not wait for these logins. */
function greetServers({ companies }: OpenCompanies, logger: Logger, closings: Closings): void {
  const ending = new AbortController()
  const clients = companies.map(({ config: { company }, crm, siagh }) => ({ company, crm, siagh }))
  const greeting = logRefusedLogins(clients, logger, ending.signal)
  closings.add('the first logins', () => (ending.abort(), greeting))
}

/** Listens, then starts the workers. Returns the address. */
async function start(
  config: ServiceConfig,
  opened: OpenCompanies,
  logger: Logger,
  closings: Closings,
): Promise<Result<string, Saying>> {
  // Imported here, because a command that only opens a store needs no HTTP server.
  const { closeServer, listen } = await import('./http/listen')
  const workers: Workers[] = []
  let hasStarted = false
  const drain = createDrain(config.drainSeconds * 1_000)
  const isReady = () => hasStarted && workers.every((each) => each.isReady())
  const api = await openApi(config, opened, logger)
  const server = await createHttp(config, opened, { logger, drain, isReady, operatorApi: api?.listener })
  const url = await listen(server, config.webhook.host, config.webhook.port)
  if (url.isErr()) return url
  if (config.role !== 'web') {
    workers.push(...opened.companies.map(({ sync }) => startWorkers(sync, config.concurrency, logger)))
  }
  hasStarted = true
  const endHttp = async () => {
    await drain.begin()
    await Promise.all([api?.close(), closeServer(server)])
  }
  closings.add('HTTP and the workers', () => Promise.all([endHttp(), ...workers.map((each) => each.stop())]))
  return url
}

async function createHttp(
  config: ServiceConfig,
  opened: OpenCompanies,
  { drain, ...parts }: Pick<AppOptions, 'logger' | 'isReady' | 'operatorApi'> & { readonly drain: Drain },
): Promise<Server> {
  const { createServer } = await import('node:http')
  const { createApp } = await import('./http/create-app')
  const { role, webhook } = config
  const mounted = opened.companies.map(({ sync, recorder, config: { mount, webhook: own } }) => ({
    sync,
    mount,
    recordWebhooks: recorder?.webhooks(),
    secrets: role === 'worker' ? [] : own.secrets,
  }))
  return createServer(createApp({ ...parts, companies: mounted, test: webhook.test, isEnding: () => drain.hasBegun() }))
}

/** The operator API, if somebody may use it. */
async function openApi(
  { operatorToken: token, users, auth }: ServiceConfig,
  { companies, store }: OpenCompanies,
  logger: Logger,
) {
  if (token === undefined && users.length === 0 && auth === undefined) return undefined
  const { serveApi } = await import('./api/serve-api')
  return serveApi({ companies: companies.map(({ sync }) => sync), store, users, token, auth, logger })
}
