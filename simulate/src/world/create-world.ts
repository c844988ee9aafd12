import { memoryStore } from '@siagh-sync/adapter-store-memory'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import { createSandbox } from '@siagh-sync/sandbox'
import type { Clock, Store } from '@siagh-sync/sync-core'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLedger } from '../checks/ledger'
import { hashOf } from '../random'
import { createTimeline, type Timeline } from '../scheduler/timeline'
import { createOperator } from './operator'
import { createLatency } from './passage'
import type { Plan } from './plan'
import { strikeWrite } from './strike-write'
import type { Running, World } from './world'

/** When every world begins. */
export const START = Date.parse('2025-12-21T10:00:00Z')

/** A world, and what is left of it afterwards. */
export interface BuiltWorld {
  readonly world: World
  summary(): { readonly hash: string; readonly steps: number; readonly trace: readonly string[] }
  dispose(): Promise<void>
}

/** How a world is watched, and what is wrong with it. */
export interface WorldOptions {
  readonly keepTrace?: boolean
  /** Puts a fault into the common store, to see that it is found. */
  readonly plant?: (store: Store) => Store
}

/** Builds the world of a plan; nothing runs in it yet. */
export async function createWorld(plan: Plan, { keepTrace = false, plant }: WorldOptions): Promise<BuiltWorld> {
  const timeline = createTimeline(START)
  // All machines share the servers and the store, so these have one clock: the true one.
  const clock = { now: timeline.now, after: (ms: number, run: () => void) => timeline.schedule(null, ms, run) }
  const { missingIdAnswer, tmpidInList } = plan
  const sandbox = createSandbox({ seed: plan.seed, clock, contacts: 3, missingIdAnswer, tmpidInList })
  const { store, dispose } = await openStore(plan, clock)
  const trace = createTrace(timeline, keepTrace)
  let calm = false
  const slots = new Map<number, Running>()
  const storeFaults = new Map<number, number>()
  const blows: World['blows'] = new Map()
  const world: World = {
    plan,
    timeline,
    latency: createLatency(plan.seed, () => calm),
    sandbox,
    store: plant ? plant(store) : store,
    ledger: createLedger(sandbox, timeline.now),
    slots,
    running: () => [...slots.values()].filter(({ machine }) => !machine.suspended),
    storeFaults,
    blows,
    strikeWrite: (machine, moment) => strikeWrite(world, machine, moment),
    operator: createOperator(() => world),
    isCalm: () => calm,
    calmDown() {
      calm = true
      storeFaults.clear()
      blows.clear()
      sandbox.siagh.faults.clear()
      sandbox.crm.faults.clear()
      sandbox.crm.webhooks.set({ loss: 0, duplicates: 0, reordering: 0 })
      trace.add('the faults end')
    },
    trace: (line) => trace.add(line),
    draws: 0,
  }
  return { world, summary: () => trace.summary(), dispose }
}

/** Hashes what happens; keeps it only for those who want to read it. */
function createTrace(timeline: Timeline, keep: boolean) {
  let hash = 0
  let steps = 0
  const trace: string[] = []
  return {
    add(line: string) {
      steps += 1
      const full = `${((timeline.now() - START) / 1000).toFixed(3).padStart(10)}  ${line}`
      hash = hashOf(`${hash} ${full}`)
      if (keep) trace.push(full)
    },
    summary: () => ({ hash: hash.toString(16).padStart(8, '0'), steps, trace }),
  }
}

async function openStore(
  plan: Plan,
  clock: Clock,
): Promise<{ readonly store: Store; readonly dispose: () => Promise<void> }> {
  if (plan.store === 'memory') return { store: memoryStore({ clock }), dispose: async () => {} }
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'siagh-sync-simulate-'))
  const store = await sqliteStore({ file: join(folder, 'store.db'), clock })
  return {
    store,
    async dispose() {
      await store.close().unwrapOr(undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
