import type { Fault, CrmOperation, SiaghOperation } from '@siagh-sync/sandbox'
import type { WorldEvent } from '../history/event'
import { changeRecord } from './change-record'
import { killMachine, startMachine } from './start-machine'
import type { World } from './world'

/** Makes an event happen. */
export function applyEvent(world: World, event: WorldEvent): void {
  switch (event.kind) {
    case 'create':
    case 'edit':
    case 'remove':
      changeRecord(world, event)
      break
    case 'fault':
    case 'fault-spell':
    case 'expire-sessions':
      troubleServer(world, event)
      break
    case 'kill':
      killFor(world, event.slot, event.downMs, 'now')
      break
    case 'strike-write':
      world.blows.set(event.slot, event)
      break
    case 'stop':
      stopFor(world, event.slot, event.downMs)
      break
    case 'suspend':
      suspendFor(world, event.slot, event.forMs)
      break
    case 'clock-jump':
      jump(world, event.slot, event.byMs)
      break
    case 'store-fails':
      failStore(world, event)
      break
    case 'retry-failures':
      world.operator.retryFailures(event.slot)
      break
    case 'sync-now':
      world.operator.syncNow(event.slot, event.record)
      break
  }
}

type Of<K extends WorldEvent['kind']> = Extract<WorldEvent, { kind: K }>

function troubleServer(world: World, event: Of<'fault' | 'fault-spell' | 'expire-sessions'>): void {
  switch (event.kind) {
    case 'fault':
      strikeNext(world, event)
      break
    case 'fault-spell':
      beginSpell(world, event)
      break
    case 'expire-sessions':
      expireSessions(world, event)
      break
  }
}

function expireSessions({ sandbox }: World, { side }: Of<'expire-sessions'>): void {
  if (side === 'siagh') sandbox.siagh.expireSessions()
  else sandbox.crm.expireTokens()
}

function failStore({ storeFaults, timeline }: World, { slot, share, forMs }: Of<'store-fails'>): void {
  storeFaults.set(slot, share)
  timeline.schedule(null, forMs, () => storeFaults.delete(slot))
}

function strikeNext({ sandbox }: World, { side, operation, fault, times }: Of<'fault'>): void {
  if (side === 'siagh') sandbox.siagh.faults.next(operation as SiaghOperation | 'any', fault, { times })
  else sandbox.crm.faults.next(operation as CrmOperation | 'any', fault, { times })
}

function beginSpell({ sandbox, timeline }: World, { side, fault, share, forMs }: Of<'fault-spell'>): void {
  const begin = (switches: { set(fault: Fault): () => void; rate(fault: Fault, share: number): () => void }) =>
    share === 1 ? switches.set(fault) : switches.rate(fault, share)
  const end = begin(sandbox[side].faults)
  timeline.schedule(null, forMs, end)
}

/** Kills a process and starts its successor after a while. */
export function killFor(world: World, slot: number, downMs: number, reason: string): void {
  if (!world.slots.has(slot)) return
  killMachine(world, slot, reason)
  world.timeline.schedule(null, downMs, () => {
    if (!world.slots.has(slot)) startMachine(world, slot)
  })
}

/** An orderly end: the process finishes what runs, but only for ten seconds. */
function stopFor(world: World, slot: number, downMs: number): void {
  const running = world.slots.get(slot)
  if (!running) return
  world.trace(`${running.machine.name} is told to stop`)
  world.timeline.enter(running.machine, () => void running.sync.stop())
  world.timeline.schedule(null, 10_000, () => {
    if (world.slots.get(slot) === running) killFor(world, slot, downMs, 'stopped')
  })
}

/** Stops a process where it is, and lets it go on after a while as if nothing had been. */
export function suspendFor(world: World, slot: number, forMs: number): void {
  const machine = world.slots.get(slot)?.machine
  if (!machine || machine.suspended) return
  world.trace(`${machine.name} is suspended`)
  machine.suspended = true
  world.ledger.holds.strike(machine, 'suspended')
  world.timeline.schedule(null, forMs, () => {
    if (!machine.alive || !machine.suspended) return
    world.trace(`${machine.name} goes on`)
    world.timeline.resume(machine)
  })
}

function jump(world: World, slot: number, byMs: number): void {
  const machine = world.slots.get(slot)?.machine
  if (!machine) return
  world.trace(`the clock of ${machine.name} jumps by ${byMs} ms`)
  machine.offsetMs += byMs
}
