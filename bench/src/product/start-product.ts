import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { resolveConfig, startService, type Service } from '@siagh-sync/service'
import type { TransportOptions } from '@siagh-sync/siagh-client'
import { silentLogger, type Sync } from '@siagh-sync/sync-core'
import { demandDurability } from '../backends/demand-durability'
import type { PrefixPlace } from '../backends/with-prefix'
import type { SchemaPlace } from '../backends/with-schema'
import { secret } from '../intake/webhook-path'
import type { Access } from '../servers/servers-process'
import { expectOk } from '../../../test-support/results'

/** The product's store and queue: a file in a folder, or PostgreSQL with BullMQ on Redis or in the same database. */
export type ProductPlace = { readonly folder: string } | { readonly store: SchemaPlace; readonly queue?: PrefixPlace }

/** What a process of the product does. */
export interface ProductOptions {
  readonly place: ProductPlace
  /** The two servers. Default: nobody listens at their addresses. */
  readonly servers?: { readonly siagh: Access; readonly crm: Access }
  /** Default: the role `both`. */
  readonly role?: 'web' | 'worker'
  readonly concurrency?: number
  readonly transport?: TransportOptions
}

/** The running product of one company. */
export interface Product {
  readonly sync: Sync
  readonly url: string
  stop(): Promise<void>
}

const LIMIT_MS = 30_000
const LOOK_EVERY_MS = 20

const nobody: Access = { baseUrl: 'http://127.0.0.1:9', username: 'nobody', password: 'nothing' }
const unlimited = { concurrency: Infinity, perSecond: Infinity }

/**
 * Starts the product as it is deployed, without the limits that spare real servers, and without the catch-up, whose
 * calls belong to no identity. Resolves when the process says that it is ready. Throws where a commit of PostgreSQL
 * would not wait for the disk: such figures mean nothing.
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { place, servers = { siagh: nobody, crm: nobody }, role, concurrency, transport } = options
  if ('store' in place) await demandDurability(place.store)
  const config = expectOk(
    resolveConfig({
      ...servers,
      ...('folder' in place ? { store: { file: join(place.folder, 'siagh-sync.db') } } : place),
      ...(role && { role }),
      ...(concurrency && { concurrency }),
      webhook: { secrets: [secret], port: 0 },
      rules: { catchUp: { everyMs: 'never' } },
    }),
  )
  const service = expectOk(
    await startService(config, { logger: silentLogger, transport: { rateLimit: unlimited, ...transport } }),
  )
  await untilReady(service)
  const [sync] = service.companies.values()
  if (!sync) throw new Error('unreachable: there is always one company')
  return { sync, url: service.url, stop: () => stop(service) }
}

/**
 * Starts the product and stops its workers before there is work. The role `web` would be the same, but it needs
 * PostgreSQL.
 */
export async function startWithoutWorkers(options: ProductOptions): Promise<Product> {
  const product = await startProduct(options)
  await product.sync.stop()
  return product
}

async function untilReady({ url }: Service): Promise<void> {
  const end = performance.now() + LIMIT_MS
  while (!(await fetch(`${url}/readyz`)).ok) {
    if (performance.now() > end) throw new Error('the product was not ready in time')
    await wait(LOOK_EVERY_MS)
  }
}

async function stop(service: Service): Promise<void> {
  const failures = await service.stop()
  if (failures.length > 0) throw new Error(failures.join('; '))
}
