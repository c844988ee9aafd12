import { importContacts, type ImportReport } from '@siagh-sync/first-import'
import type { Sync } from '@siagh-sync/sync-core'
import { answerParent } from '../child/answer-parent'
import { cpuMs } from '../child/cpu-ms'
import { startWithoutWorkers } from '../product/start-product'
import type { Access } from '../servers/servers-process'

/** What an import came to, and what it cost this process. */
export interface Imported {
  readonly report: ImportReport
  readonly wallMs: number
  /** How much of it had passed when the first contact was written. */
  readonly readingMs: number
  readonly cpuMs: number
  /** The most that this process ever had resident, its code included. */
  readonly peakRssMb: number
}

/** How an import stands. */
export interface Standing {
  readonly phase: string
  readonly done: number
  /** Once it has ended. */
  readonly imported?: Imported
}

let sync: Sync | undefined
let standing: Standing = { phase: 'not begun', done: 0 }
let failure: Error | undefined

const commands = {
  /** The product as it is deployed on one machine. Its workers do nothing, as before the first start of a site. */
  async open(siagh: Access, crm: Access, folder: string): Promise<void> {
    const transport = { timeoutMs: 120_000 }
    sync = (await startWithoutWorkers({ place: { folder }, servers: { siagh, crm }, transport })).sync
  },
  /** Begins an import; `standing` tells what becomes of it. */
  async begin(concurrency: number): Promise<void> {
    if (!sync) throw new Error('open comes first')
    standing = { phase: 'begun', done: 0 }
    runImport(sync, concurrency).catch((error: unknown) => {
      failure = error instanceof Error ? error : new Error(String(error))
    })
  },
  async standing(): Promise<Standing> {
    if (failure) throw failure
    return standing
  },
}

/** The commands of this process. */
export type ImportCommands = typeof commands

answerParent(commands)

async function runImport(opened: Sync, concurrency: number): Promise<void> {
  const startedAt = performance.now()
  const cpuAtStart = cpuMs()
  let readingMs = Number.NaN
  for await (const next of importContacts(opened, { concurrency })) {
    if (next.isErr()) throw new Error(`the import failed: ${next.error.kind}, ${next.error.message}`)
    const event = next.value
    if (event.kind === 'progress') {
      if (event.phase === 'writing' && Number.isNaN(readingMs)) readingMs = performance.now() - startedAt
      standing = { phase: event.phase, done: event.progress.done }
    } else if (event.kind === 'finished') {
      const wallMs = performance.now() - startedAt
      const costs = {
        wallMs,
        readingMs,
        cpuMs: cpuMs() - cpuAtStart,
        peakRssMb: process.resourceUsage().maxRSS / 1_024,
      }
      standing = { phase: 'finished', done: event.report.contacts, imported: { report: event.report, ...costs } }
    }
  }
}
