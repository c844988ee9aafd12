import type { CatchUpReport, Sync } from '@siagh-sync/sync-core'
import { answerParent } from '../child/answer-parent'
import { startWithoutWorkers } from '../product/start-product'
import type { Access } from '../servers/servers-process'
import { expectOk } from '../../../test-support/results'

/** What a catch-up came to. */
export interface CaughtUp {
  readonly report: CatchUpReport
  readonly wallMs: number
  /** how often a change was noted: the sum of the generations of what is in the inbox afterwards. */
  readonly notes: number
  /** Changes that stand in the inbox afterwards. */
  readonly pending: number
}

const PAGE = 1_000

let sync: Sync | undefined

const commands = {
  /** The product as it is deployed on one machine. Nothing handles what is noted. */
  async open(siagh: Access, crm: Access, folder: string): Promise<void> {
    sync = (await startWithoutWorkers({ place: { folder }, servers: { siagh, crm } })).sync
  },
  async catchUp(): Promise<CaughtUp> {
    if (!sync) throw new Error('open comes first')
    const startedAt = performance.now()
    for await (const step of sync.catchUp()) {
      if (step.isErr()) throw new Error(`the catch-up failed: ${JSON.stringify(step.error)}`)
      if (step.value.kind !== 'finished') continue
      const wallMs = performance.now() - startedAt
      const { pending } = expectOk(await sync.status())
      return { report: step.value.report, wallMs, notes: await notesIn(sync), pending }
    }
    throw new Error('the catch-up ended without a report')
  },
}

/** The commands of this process. */
export type CatchUpCommands = typeof commands

answerParent(commands)

async function notesIn({ internals: { store, clock, company } }: Sync): Promise<number> {
  let notes = 0
  let after: string | undefined
  do {
    const page = expectOk(await store.inbox.due(company, clock.now(), { limit: PAGE, ...(after && { after }) }))
    for (const key of page.items) notes += expectOk(await store.inbox.read(key))?.generation ?? 0
    after = page.next
  } while (after !== undefined)
  return notes
}
