import { join } from 'node:path'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type Sync } from '@siagh-sync/sync-core'
import { answerParent } from '../child/answer-parent'
import { cpuMs } from '../child/cpu-ms'
import type { Access } from '../servers/servers-process'

/** What became of a pass over all identities. */
export interface Pass {
  /** From the start of the workers to the last identity. */
  readonly wallMs: number
  readonly cpuMs: number
  readonly failed: number
}

const LIMIT_MS = 120_000
const LOOK_EVERY_MS = 50

let sync: Sync | undefined

const commands = {
  /** The product as it is deployed on one machine, without the limits that spare real servers. */
  async open(siagh: Access, crm: Access, folder: string): Promise<void> {
    const unlimited = { rateLimit: { concurrency: Infinity, perSecond: Infinity } }
    sync = createSync({
      siagh: createSiaghClient({ ...siagh, ...unlimited }),
      crm: createCrmClient({ ...crm, ...unlimited }),
      store: await sqliteStore({ file: join(folder, 'siagh-sync.db') }),
      queue: memoryQueue(),
      // Its calls are not an identity's.
      rules: { catchUp: { everyMs: 'never' } },
    })
  },
  /** Notes a change of every identity, and only then starts the workers and the clock. */
  async handleAll(ids: readonly string[], concurrency: number): Promise<Pass> {
    if (!sync) throw new Error('open comes first')
    for (const id of ids) (await sync.receive({ kind: 'identity', id, event: 'update' }))._unsafeUnwrap()
    const startedAt = performance.now()
    const cpuAtStart = cpuMs()
    ;(await sync.start({ concurrency }))._unsafeUnwrap()
    await untilHandled(sync, startedAt + LIMIT_MS)
    const wallMs = performance.now() - startedAt
    const cpuAtEnd = cpuMs()
    await sync.stop()
    const { failed } = (await sync.status())._unsafeUnwrap()
    return { wallMs, cpuMs: cpuAtEnd - cpuAtStart, failed }
  },
}

/** The commands of this process. */
export type SyncCommands = typeof commands

answerParent(commands)

async function untilHandled(sync: Sync, end: number): Promise<void> {
  while ((await sync.status())._unsafeUnwrap().pending > 0) {
    if (performance.now() > end) throw new Error('the identities were not handled in time')
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
