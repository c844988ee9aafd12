import { memoryStore } from '@siagh-sync/adapter-store-memory'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import { createSandbox, type Sandbox } from '@siagh-sync/sandbox'
import type { Clock, Store } from '@siagh-sync/sync-core'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLedger } from '../checks/ledger'
import { OLD_CONTACTS } from '../history/records'
import { hashOf } from '../../../test-support/random'
import { createTimeline, type Timeline } from '../scheduler/timeline'
import { createOperator } from './operator'
import { createLatency } from './passage'
import { neighbourOf, type Plan } from './plan'
import { strikeRead, strikeSent, strikeWrite } from './strike-write'
import { START } from './start'
import type { Running, World } from './world'

/** The worlds of a seed, and what is left of them afterwards. */
export interface BuiltWorlds {
  /** That of the company that the seed is about, and that of another one in the same store, if there is one. */
  readonly worlds: readonly [World, ...World[]]
  summary(): { readonly hash: string; readonly steps: number; readonly trace: readonly string[] }
  dispose(): Promise<void>
}

/** How a world is watched, and what is wrong with it. */
export interface WorldOptions {
  readonly keepTrace?: boolean
  /** Puts a fault into the common store, to see that it is found. */
  readonly plant?: (store: Store) => Store
}

/** What the companies of a store share. */
interface Common {
  readonly timeline: Timeline
  readonly clock: Clock
  readonly store: Store
  readonly trace: (line: string) => void
}

/** Builds the world of a plan, and that of its neighbour; nothing runs in them yet. */
export async function createWorlds(plan: Plan, { keepTrace = false, plant }: WorldOptions): Promise<BuiltWorlds> {
  const timeline = createTimeline(START)
  // All machines share the servers and the store, so these have one clock: the true one.
  const clock = { now: timeline.now, after: (ms: number, run: () => void) => timeline.schedule(null, ms, run) }
  const { store, dispose } = await openStore(plan, clock)
  const trace = createTrace(timeline, keepTrace)
  const common = { timeline, clock, store: plant ? plant(store) : store, trace: (line: string) => trace.add(line) }
  const neighbour = neighbourOf(plan)
  const worlds = [createWorld(plan, common), ...(neighbour ? [createWorld(neighbour, common)] : [])] as const
  return { worlds, summary: () => trace.summary(), dispose }
}

function createWorld(plan: Plan, { timeline, clock, store, trace }: Common): World {
  const sandbox = openServers(plan, clock)
  let calm = false
  const slots = new Map<number, Running>()
  const storeFaults: World['storeFaults'] = new Map()
  const blows: World['blows'] = new Map()
  const freezes: World['freezes'] = new Map()
  const world: World = {
    plan,
    timeline,
    latency: createLatency(plan.seed, () => calm),
    sandbox,
    store,
    ledger: createLedger(sandbox, plan, timeline.now),
    slots,
    running: () => [...slots.values()].filter(({ machine }) => !machine.suspended),
    storeFaults,
    blows,
    freezes,
    strikeWrite: (machine, moment) => strikeWrite(world, machine, moment) !== undefined,
    strikeSent: (sent) => strikeSent(world, sent),
    strikeRead: (machine) => strikeRead(world, machine),
    operator: createOperator(() => world),
    isCalm: () => calm,
    calmDown() {
      calm = true
      endFaults(world)
    },
    trace,
    chores: 0,
    draws: 0,
  }
  return world
}

function openServers(plan: Plan, clock: Clock): Sandbox {
  const { seed, hasClaims, flaw } = plan
  const dialect = { ...plan.dialect, ...flaw?.dialect }
  const urls = plan.company === 'second' && { siaghUrl: 'http://siagh.second.test', crmUrl: 'http://crm.second.test' }
  // What Siagh had long before is in every list.
  let isLongBefore = true
  const now = () => clock.now() - (isLongBefore ? 3_600_000 : 0)
  const sandbox = createSandbox({ seed, clock: { ...clock, now }, contacts: 3, dialect, ...urls })
  if (hasClaims) for (const contact of OLD_CONTACTS) sandbox.siagh.addContact(contact)
  isLongBefore = false
  return sandbox
}

function endFaults(world: World): void {
  const { storeFaults, blows, freezes, sandbox } = world
  storeFaults.clear()
  blows.clear()
  freezes.clear()
  delete world.listCut
  sandbox.siagh.faults.clear()
  sandbox.crm.faults.clear()
  sandbox.crm.webhooks.set({ loss: 0, duplicates: 0, reordering: 0 })
  world.trace('the faults end')
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
