import { startChild, type Child } from '../child/start-child'
import { withChildren } from '../child/with-children'
import { withTemporaryFolder } from '../temporary-folder'
import type { Asked, ServersCommands } from '../servers/servers-process'
import type { Pass, SyncCommands } from './sync-process'

export const size = { contacts: 10_000, identities: 2_000, latencyMs: 20, concurrency: 10 } as const

/** A pass over all identities, and what the servers were asked during it. */
export interface CountedPass extends Pass {
  readonly asked: Asked
  /** What the calls would take if all else took no time. */
  readonly idealMs: number
}

/** In the order in which they are made. */
export interface Passes {
  readonly created: CountedPass
  readonly updated: CountedPass
  readonly unchanged: CountedPass
}

/** Brings all identities into a new Siagh, then all of them after a change, then all of them once more. */
export function runFirstSync(): Promise<Passes> {
  const servers = startChild<ServersCommands>(new URL('../servers/servers-process.ts', import.meta.url))
  const sync = startChild<SyncCommands>(new URL('./sync-process.ts', import.meta.url))
  return withTemporaryFolder((folder) =>
    withChildren([servers, sync], async () => {
      const { siagh, crm, ids } = await servers.ask('open', size)
      await sync.ask('open', siagh, crm, folder)
      const created = await pass(servers, sync, ids)
      const contacts = await servers.ask('contacts')
      if (contacts !== size.contacts + size.identities) throw new Error(`Siagh holds ${contacts} contacts`)
      await servers.ask('change')
      const updated = await pass(servers, sync, ids)
      return { created, updated, unchanged: await pass(servers, sync, ids) }
    }),
  )
}

async function pass(
  servers: Child<ServersCommands>,
  sync: Child<SyncCommands>,
  ids: readonly string[],
): Promise<CountedPass> {
  const before = await servers.ask('asked')
  const done = await sync.ask('handleAll', ids, size.concurrency)
  if (done.failed > 0) throw new Error(`${done.failed} identities could not be brought into Siagh`)
  const after = await servers.ask('asked')
  const asked = {
    total: after.total - before.total,
    aboutRecords: after.aboutRecords - before.aboutRecords,
    getAll: after.getAll - before.getAll,
  }
  return { ...done, asked, idealMs: (asked.total * size.latencyMs) / size.concurrency }
}
