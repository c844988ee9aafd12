import { startChild, type Child } from '../child/start-child'
import { withChildren } from '../child/with-children'
import type { ProductPlace } from '../product/start-product'
import type { ServersCommands } from '../servers/servers-process'
import type { WorkerCommands } from './worker-process'

/** How much work there is, and how it is shared out. */
export const size = {
  contacts: 1_000,
  warmUp: 600,
  identities: 1_800,
  latencyMs: 20,
  workers: 3,
  concurrency: 2,
} as const

/** The processes of one deployment, and the identities that wait in the CRM. */
export interface Crew {
  readonly servers: Child<ServersCommands>
  /** Takes webhooks in and handles none. */
  readonly web: Child<WorkerCommands>
  readonly workers: readonly Child<WorkerCommands>[]
  readonly ids: readonly string[]
}

/** Lends two servers, a web process and running workers, on one store and queue. All sweeps are over when `work` begins. */
export function withCrew<T>(place: ProductPlace, identities: number, work: (crew: Crew) => Promise<T>): Promise<T> {
  const start = () => startChild<WorkerCommands>(new URL('./worker-process.ts', import.meta.url))
  const servers = startChild<ServersCommands>(new URL('../servers/servers-process.ts', import.meta.url))
  const web = start()
  const workers = Array.from({ length: size.workers }, start)
  return withChildren([servers, web, ...workers], async () => {
    const { contacts, latencyMs } = size
    const { siagh, crm, ids } = await servers.ask('open', { contacts, identities, latencyMs })
    const shared = { servers: { siagh, crm }, place }
    const { concurrency } = size
    await web.ask('open', { ...shared, role: 'web' })
    await Promise.all(workers.map((worker) => worker.ask('open', { ...shared, role: 'worker', concurrency })))
    try {
      return await work({ servers, web, workers, ids })
    } finally {
      await Promise.all([web, ...workers].map((child) => child.ask('stop')))
    }
  })
}
