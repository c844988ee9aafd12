import { randomUUID } from 'node:crypto'
import { importContacts, type ImportDecision, type ImportedContact, type ImportReport } from '@siagh-sync/first-import'
import { reconcile, type Drift, type ReconcileReport } from '@siagh-sync/reconcile'
import type { Progress, Sync, SyncError } from '@siagh-sync/sync-core'
import { err, ok, type Result } from 'neverthrow'

/** What is to be done. */
export type LongWork =
  | {
      readonly work: 'import'
      /** `false`: only says what would be done. */
      readonly apply: boolean
      readonly decisions: ReadonlyMap<number, ImportDecision>
    }
  | { readonly work: 'reconcile'; readonly repair: boolean }

/** A piece of work on a whole company, as far as it has come. */
export interface LongRun {
  readonly id: string
  readonly company: string
  readonly work: LongWork
  /** The person who has started it. Absent: a program. */
  readonly by?: string
  readonly startedAt: number
  readonly endedAt?: number
  /** `stopped`: before its end, by a person or because the process stops. `failed`: see `error`. */
  readonly state: 'running' | 'finished' | 'stopped' | 'failed'
  readonly phase?: string
  readonly progress?: Progress
  readonly report?: ImportReport | ReconcileReport
  readonly error?: SyncError
  /** What a person has to look at: contacts that are undecided or failed, or differences. */
  readonly items: readonly (ImportedContact | Drift)[]
  /** How many more of them there were than are kept. */
  readonly itemsLeftOut: number
}

/** Long work of this process. It is forgotten when the process ends; what was written by then stays. */
export interface LongRuns {
  /** Starts it, unless the same work is running for the company, or the process is about to stop. */
  start(sync: Sync, work: LongWork, by?: string): Result<LongRun, 'already_running' | 'ending'>
  /** The latest first. */
  list(company: string): readonly LongRun[]
  find(company: string, id: string): LongRun | undefined
  /** Ends it after the work under way. */
  stop(company: string, id: string): LongRun | undefined
  /** Stops everything, waits for its end, and starts nothing more. */
  close(): Promise<void>
}

const KEPT_RUNS = 20
const KEPT_ITEMS = 10_000

/** Creates the list of long work of a process. */
export function createLongRuns(): LongRuns {
  const runs = new Map<string, { run: LongRun; readonly ending: AbortController; done: Promise<void> }>()
  let isClosed = false
  const all = (company: string) => [...runs.values()].map(({ run }) => run).filter((run) => run.company === company)
  return {
    start(sync, work, by) {
      if (isClosed) return err('ending')
      const { company } = sync
      const isRunning = all(company).some((run) => run.state === 'running' && run.work.work === work.work)
      if (isRunning) return err('already_running')
      const id = randomUUID()
      const ending = new AbortController()
      const begun: LongRun = {
        ...{ id, company, work, startedAt: Date.now(), state: 'running', items: [], itemsLeftOut: 0 },
        ...(by !== undefined && { by }),
      }
      const entry = { run: begun, ending, done: Promise.resolve() }
      runs.set(id, entry)
      entry.done = follow(sync, work, ending.signal, (change) => (entry.run = { ...entry.run, ...change }))
      forgetOldest(runs)
      return ok(begun)
    },
    list: (company) => all(company).toReversed(),
    find: (company, id) => all(company).find((run) => run.id === id),
    stop(company, id) {
      const run = all(company).find((each) => each.id === id)
      if (run !== undefined) runs.get(id)?.ending.abort()
      return run
    },
    async close() {
      isClosed = true
      for (const { ending } of runs.values()) ending.abort()
      await Promise.all([...runs.values()].map(({ done }) => done))
    },
  }
}

type Update = (change: Partial<LongRun>) => void

async function follow(sync: Sync, work: LongWork, signal: AbortSignal, update: Update): Promise<void> {
  const items: (ImportedContact | Drift)[] = []
  let itemsLeftOut = 0
  const keep = (item: ImportedContact | Drift) => {
    if (items.length < KEPT_ITEMS) items.push(item)
    else itemsLeftOut += 1
    update({ items, itemsLeftOut })
  }
  for await (const event of eventsOf(sync, work, signal)) {
    if (event.isErr()) {
      update({ state: 'failed', error: event.error, endedAt: Date.now() })
      return
    }
    const { value } = event
    switch (value.kind) {
      case 'progress':
        update({ phase: value.phase, progress: value.progress })
        break
      case 'contact':
        if (value.contact.action === 'undecided' || value.contact.action === 'failed') keep(value.contact)
        break
      case 'drift':
        keep(value.drift)
        break
      case 'finished':
        update({
          state: value.report.complete ? 'finished' : 'stopped',
          report: value.report,
          endedAt: Date.now(),
        })
        break
      case 'unreadable':
        break
    }
  }
}

function eventsOf(sync: Sync, work: LongWork, signal: AbortSignal) {
  switch (work.work) {
    case 'import':
      return importContacts(sync, { dryRun: !work.apply, decisions: work.decisions, concurrency: 4, signal })
    case 'reconcile':
      return reconcile(sync, { repair: work.repair, signal })
  }
}

function forgetOldest(runs: Map<string, { readonly run: LongRun }>): void {
  for (const [id, { run }] of runs) {
    if (runs.size <= KEPT_RUNS) return
    if (run.state !== 'running') runs.delete(id)
  }
}
