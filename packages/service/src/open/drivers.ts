/** Where store and queue are. */
interface Places {
  readonly store: { readonly url?: string }
  readonly queue: { readonly url?: string }
}

/** The packages that this one leaves to who installs it: how each is loaded, and the version to install. */
const DRIVERS = {
  pg: { load: () => import('pg'), version: 'pg@8' },
  bullmq: { load: () => import('bullmq'), version: 'bullmq@6' },
  ioredis: { load: () => import('ioredis'), version: 'ioredis@6' },
} as const
type Driver = keyof typeof DRIVERS
type IsThere = (driver: Driver) => Promise<boolean>

const STORE = 'store.url (DATABASE_URL)'
const QUEUE = 'queue.url (QUEUE_URL)'

/** Rejects with one sentence that names all packages that the settings need and that are not installed, and how to install them. */
export async function demandDrivers(places: Places): Promise<void> {
  refuse(await missingDrivers(places, isInstalled))
}

/** As `demandDrivers` does, of the one package that a copy from or to PostgreSQL needs. */
export async function demandPg(): Promise<void> {
  refuse(await sentenceOf(new Map([['pg', STORE]]), isInstalled))
}

function refuse(sentence: string | undefined): void {
  if (sentence !== undefined) throw new Error(sentence)
}

/** The sentence that names what is missing; `undefined`: nothing is. */
export async function missingDrivers(places: Places, isThere: IsThere): Promise<string | undefined> {
  return sentenceOf(driversOf(places), isThere)
}

async function sentenceOf(needed: ReadonlyMap<Driver, string>, isThere: IsThere): Promise<string | undefined> {
  const missing: Driver[] = []
  for (const driver of needed.keys()) if (!(await isThere(driver))) missing.push(driver)
  if (missing.length === 0) return undefined
  const named = missing.map((driver) => `${driver} for ${needed.get(driver) ?? ''}`).join(', ')
  const toInstall = missing.map((driver) => DRIVERS[driver].version).join(' ')
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

async function isInstalled(driver: Driver): Promise<boolean> {
  try {
    await DRIVERS[driver].load()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return false
    throw error
  }
}
