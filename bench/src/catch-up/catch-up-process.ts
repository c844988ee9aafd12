import { join } from 'node:path'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type CatchUpReport, type Store, type Sync } from '@siagh-sync/sync-core'
import { answerParent } from '../child/answer-parent'
import type { Access } from '../servers/servers-process'
import { expectOk } from '../../../test-support/results'

/** What a catch-up came to. */
export interface CaughtUp {
  readonly report: CatchUpReport
  readonly wallMs: number
  /** How often the store was told of a change. */
  readonly notes: number
  /** Changes that stand in the inbox afterwards. */
  readonly pending: number
}

let sync: Sync | undefined
let notes = 0

const commands = {
  /** The product as it is deployed on one machine, without the limits that spare real servers. Its workers are not started. */
  async open(siagh: Access, crm: Access, folder: string): Promise<void> {
    const unlimited = { rateLimit: { concurrency: Infinity, perSecond: Infinity } }
    sync = createSync({
      siagh: createSiaghClient({ ...siagh, ...unlimited }),
      crm: createCrmClient({ ...crm, ...unlimited }),
      store: counting(await sqliteStore({ file: join(folder, 'siagh-sync.db') })),
      queue: memoryQueue(),
    })
  },
  async catchUp(): Promise<CaughtUp> {
    if (!sync) throw new Error('open comes first')
    const before = notes
    const startedAt = performance.now()
    for await (const step of sync.catchUp()) {
      if (step.isErr()) throw new Error(`the catch-up failed: ${JSON.stringify(step.error)}`)
      if (step.value.kind !== 'finished') continue
      const wallMs = performance.now() - startedAt
      const { pending } = expectOk(await sync.status())
      return { report: step.value.report, wallMs, notes: notes - before, pending }
    }
    throw new Error('the catch-up ended without a report')
  },
}

/** The commands of this process. */
export type CatchUpCommands = typeof commands

answerParent(commands)

function counting(store: Store): Store {
  const note: Store['inbox']['note'] = (...about) => {
    notes += 1
    return store.inbox.note(...about)
  }
  return { ...store, inbox: { ...store.inbox, note } }
}
