import type { Saying } from '@siagh-sync/sync-core/messages'
import { refusal, serviceSaying } from '../messages/service-messages'

/** The addresses of store and queue. */
interface Places {
  readonly store: { readonly url?: string }
  readonly queue: { readonly url?: string }
}

/** The packages that an installation adds itself: how each is loaded, and the version to install. */
const DRIVERS = {
  pg: { load: () => import('pg'), version: 'pg@8' },
  bullmq: { load: () => import('bullmq'), version: 'bullmq@6' },
  ioredis: { load: () => import('ioredis'), version: 'ioredis@6' },
} as const
type Driver = keyof typeof DRIVERS
type IsThere = (driver: Driver) => Promise<boolean>

const STORE = 'store.url (DATABASE_URL)'
const QUEUE = 'queue.url (QUEUE_URL)'

/**
 * Rejects with one sentence if the settings need packages that are not installed. It names all of them and says how
 * to install them.
 */
export async function demandDrivers(places: Places): Promise<void> {
  refuse(await missingDrivers(places, isInstalled))
}

/** Like `demandDrivers`, for the one package that a copy from or to PostgreSQL needs. */
export async function demandPg(): Promise<void> {
  refuse(await missingOf(new Map([['pg', STORE]]), isInstalled))
}

function refuse(saying: Saying | undefined): void {
  if (saying !== undefined) throw refusal(saying)
}

/** The message that names the missing packages. `undefined`: none is missing. */
export async function missingDrivers(places: Places, isThere: IsThere): Promise<Saying | undefined> {
  return missingOf(driversOf(places), isThere)
}

async function missingOf(needed: ReadonlyMap<Driver, string>, isThere: IsThere): Promise<Saying | undefined> {
  const missing: Driver[] = []
  for (const driver of needed.keys()) if (!(await isThere(driver))) missing.push(driver)
  if (missing.length === 0) return undefined
  const drivers = missing
    .map((driver) => serviceSaying('driver_for', { driver, setting: needed.get(driver) ?? '' }))
    .reduce((first, further) => serviceSaying('and_further', { first, further }))
  return serviceSaying('driver_missing', {
    drivers,
    packages: missing.map((driver) => DRIVERS[driver].version).join(' '),
  })
}

/** The packages that the settings need, each with its setting. */
function driversOf({ store, queue }: Places): ReadonlyMap<Driver, string> {
  const drivers = new Map<Driver, string>()
  if (store.url !== undefined) drivers.set('pg', STORE)
  const setting = queue.url === undefined ? STORE : QUEUE
  const url = queue.url ?? store.url
  if (url === undefined) return drivers
  drivers.set('bullmq', setting)
  const driver = /^rediss?:/i.test(url) ? 'ioredis' : 'pg'
  if (!drivers.has(driver)) drivers.set(driver, setting)
  return drivers
}

async function isInstalled(driver: Driver): Promise<boolean> {
  try {
    await DRIVERS[driver].load()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return false
    throw error
  }
}
