import type { Sync } from '@siagh-sync/sync-core'
import { answerParent } from '../child/answer-parent'
import { cpuMs } from '../child/cpu-ms'
import { startWithoutWorkers } from '../product/start-product'
import type { Access } from '../servers/servers-process'
import { expectOk } from '../../../test-support/results'

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
  /** The product as it is deployed on one machine. */
  async open(siagh: Access, crm: Access, folder: string): Promise<void> {
    sync = (await startWithoutWorkers({ place: { folder }, servers: { siagh, crm } })).sync
  },
  /** Notes a change of every identity, and only then starts the workers and the clock. */
  async handleAll(ids: readonly string[], concurrency: number): Promise<Pass> {
    if (!sync) throw new Error('open comes first')
    for (const id of ids) expectOk(await sync.receive({ kind: 'identity', id, event: 'update' }))
    const startedAt = performance.now()
    const cpuAtStart = cpuMs()
    expectOk(await sync.start({ concurrency }))
    await untilHandled(sync, startedAt + LIMIT_MS)
    const wallMs = performance.now() - startedAt
    const cpuAtEnd = cpuMs()
    await sync.stop()
    const { failed } = expectOk(await sync.status())
    return { wallMs, cpuMs: cpuAtEnd - cpuAtStart, failed }
  },
}

/** The commands of this process. */
export type SyncCommands = typeof commands

answerParent(commands)

async function untilHandled(sync: Sync, end: number): Promise<void> {
  while (expectOk(await sync.status()).pending > 0) {
    if (performance.now() > end) throw new Error('the identities were not handled in time')
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
