import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync } from '@siagh-sync/sync-core'
import { chanceOf } from '../../../test-support/random'
import { createMachine, type Machine } from '../scheduler/machine'
import { boundaryFetch } from './boundary-fetch'
import { boundaryQueue, clockOf } from './boundary-queue'
import { boundaryStore } from './boundary-store'
import type { Running, World } from './world'

const lives = new WeakMap<World, Map<number, number>>()

/** Starts a process in a slot: real clients, the real core, a queue of its own, and the common store. */
export function startMachine(world: World, slot: number): void {
  const machine = createMachine(world.plan.company, slot, nextLife(world, slot), world.plan.offsetsMs[slot] ?? 0)
  world.trace(`${machine.name} starts`)
  world.timeline.enter(machine, () => {
    const running = build(world, machine)
    world.slots.set(slot, running)
    void running.sync.start({ concurrency: world.plan.concurrency }).match(
      () => {},
      (error) => world.ledger.violations.push(`start: ${error.message}`),
    )
  })
}

function build(world: World, machine: Machine): Running {
  const { siagh, crm } = world.sandbox
  const fetch = boundaryFetch(world, machine)
  const { own, lossy } = boundaryQueue(world, machine)
  let draws = 0
  const sync = createSync({
    siagh: createSiaghClient({ baseUrl: siagh.url, username: siagh.username, password: siagh.password, fetch }),
    crm: createCrmClient({ baseUrl: crm.url, username: crm.username, password: crm.password, fetch }),
    store: boundaryStore(world, machine),
    queue: lossy,
    clock: clockOf(world, machine),
    random: () => chanceOf(`${world.plan.seed} jitter ${machine.name} ${(draws += 1)}`),
    rules: world.plan.rules,
    hold: world.plan.hold,
    company: world.plan.company,
  })
  return { machine, sync, queue: own }
}

function nextLife(world: World, slot: number): number {
  const counts = lives.get(world) ?? new Map<number, number>()
  lives.set(world, counts)
  const life = (counts.get(slot) ?? 0) + 1
  counts.set(slot, life)
  return life
}

/** Ends a process between two of its steps. Nothing of it ever goes on. */
export function killMachine(world: World, slot: number, reason: string): void {
  const running = world.slots.get(slot)
  if (!running) return
  const { machine } = running
  world.trace(`${machine.name} is killed: ${reason}`)
  machine.alive = false
  machine.backlog.length = 0
  world.slots.delete(slot)
  world.ledger.holds.strike(machine, 'killed')
}
