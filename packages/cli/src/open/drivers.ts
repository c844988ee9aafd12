import { createRequire } from 'node:module'
import type { Config } from '../config/schema'

type Places = Pick<Config, 'store' | 'queue'>

/** The packages that this one leaves to who installs it, with the version to install. */
const VERSIONS = { pg: 'pg@8', bullmq: 'bullmq@6', ioredis: 'ioredis@6' } as const
type Driver = keyof typeof VERSIONS

const STORE = 'store.url (DATABASE_URL)'
const QUEUE = 'queue.url (QUEUE_URL)'

/** Throws one sentence that names all packages that the settings need and that are not installed, and how to install them. */
export function demandDrivers(places: Places): void {
  const sentence = missingDrivers(places, isInstalled)
  if (sentence !== undefined) throw new Error(sentence)
}

/** That sentence; `undefined` where nothing is missing. */
export function missingDrivers(places: Places, isThere: (driver: Driver) => boolean): string | undefined {
  const missing = Array.from(driversOf(places)).filter(([driver]) => !isThere(driver))
  if (missing.length === 0) return undefined
  const named = missing.map(([driver, setting]) => `${driver} for ${setting}`).join(', ')
  const toInstall = missing.map(([driver]) => VERSIONS[driver]).join(' ')
  return `A package is not installed: ${named}. Install it as siagh-sync was installed: npm install [--global] ${toInstall}`
}

/** The drivers that the settings need, each with the setting that needs it. */
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

function isInstalled(driver: Driver): boolean {
  try {
    createRequire(import.meta.url).resolve(driver)
    return true
  } catch {
    return false
  }
}
