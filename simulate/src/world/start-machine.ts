import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync, type RulesInput } from '@siagh-sync/sync-core'
import { chanceOf } from '../../../test-support/random'
import type { Side } from '../history/event'
import { createMachine, type Machine } from '../scheduler/machine'
import { boundaryFetch } from './boundary-fetch'
import { boundaryQueue, clockOf } from './boundary-queue'
import { boundaryStore } from './boundary-store'
import { START } from './start'
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
  const { plan } = world
  const fetch = boundaryFetch(world, machine)
  const { own, lossy } = boundaryQueue(world, machine)
  let draws = 0
  const sync = createSync({
    siagh: createSiaghClient({ baseUrl: siagh.url, ...loginOf(world, 'siagh'), fetch }),
    crm: createCrmClient({ baseUrl: crm.url, ...loginOf(world, 'crm'), fetch }),
    store: boundaryStore(world, machine),
    queue: lossy,
    clock: clockOf(world, machine),
    random: () => chanceOf(`${plan.seed} jitter ${machine.name} ${(draws += 1)}`),
    rules: rulesOf(world),
    hold: plan.hold,
    mode: isInShadow(world) ? 'shadow' : 'live',
    company: plan.company,
  })
  return { machine, sync, queue: own }
}

function loginOf(world: World, side: Side): { readonly username: string; readonly password: string } {
  const { username, password } = world.sandbox[side]
  const isWrong = !world.isCalm() && world.plan.flaw?.wrongPassword === side
  return { username, password: isWrong ? 'wrong-password' : password }
}

/** Where every code of a document is needed, somebody has forgotten one until the flaw is mended. */
function rulesOf(world: World): RulesInput {
  const { rules, flaw } = world.plan
  if (world.isCalm() || flaw?.blocks !== 'documents') return rules
  return { ...rules, preInvoice: { ...rules.preInvoice, intermediary: null } }
}

/** Whether the processes only note what they would write. */
function isInShadow({ plan, timeline }: World): boolean {
  return timeline.now() < START + plan.shadowMs
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
