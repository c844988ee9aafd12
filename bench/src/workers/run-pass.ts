import { setTimeout as wait } from 'node:timers/promises'
import type { Crew } from './crew'
import { size } from './crew'
import type { Spent } from './ledger'
import { processorTimes } from './processor-times'

/** What a pass over some identities took. */
export interface WorkersPass {
  readonly wallMs: number
  /** What the calls would take if all else took no time. */
  readonly idealMs: number
  readonly runs: number
  readonly calls: number
  /** Of all workers together. */
  readonly spent: Readonly<Record<string, Spent>>
  /** Share of the machine's processors: all of it, and by whom. */
  readonly busy: { readonly all: number; readonly workers: number; readonly servers: number; readonly web: number }
}

const LIMIT_MS = 120_000
const LOOK_EVERY_MS = 20

/** Has a change of each identity taken in and waits until the workers are through. The clock runs from the first webhook. */
export async function runPass(crew: Crew, ids: readonly string[]): Promise<WorkersPass> {
  const { servers, web, workers } = crew
  await spentBy(workers)
  const before = await countersOf(crew)
  const startedAt = performance.now()
  await web.ask('receive', ids)
  while ((await web.ask('pending')) > 0) {
    if (performance.now() - startedAt > LIMIT_MS) throw new Error('the identities were not handled in time')
    await wait(LOOK_EVERY_MS)
  }
  const wallMs = performance.now() - startedAt
  const after = await countersOf(crew)
  const failed = await web.ask('failed')
  if (failed > 0) throw new Error(`${failed} identities could not be brought into Siagh`)
  const share = (name: 'all' | 'workers' | 'servers' | 'web') =>
    (after[name] - before[name]) / before.processors / wallMs
  const calls = (await servers.ask('asked')).total - before.calls
  return {
    wallMs,
    idealMs: (calls * size.latencyMs) / (size.workers * size.concurrency),
    runs: ids.length,
    calls,
    spent: await spentBy(workers),
    busy: { all: share('all'), workers: share('workers'), servers: share('servers'), web: share('web') },
  }
}

async function countersOf({ servers, web, workers }: Crew) {
  const ofWorkers = await Promise.all(workers.map((worker) => worker.ask('cpuMs')))
  const { busyMs, processors } = processorTimes()
  return {
    all: busyMs,
    processors,
    workers: ofWorkers.reduce((sum, ms) => sum + ms, 0),
    servers: await servers.ask('cpuMs'),
    web: await web.ask('cpuMs'),
    calls: (await servers.ask('asked')).total,
  }
}

async function spentBy(workers: Crew['workers']): Promise<Readonly<Record<string, Spent>>> {
  const total: Record<string, Spent> = {}
  for (const spent of await Promise.all(workers.map((worker) => worker.ask('spent')))) {
    for (const [name, { times, ms }] of Object.entries(spent)) {
      const before = total[name] ?? { times: 0, ms: 0 }
      total[name] = { times: before.times + times, ms: before.ms + ms }
    }
  }
  return total
}
