import type { Fault, CrmOperation, SiaghOperation } from '@siagh-sync/sandbox'
import type { WorldEvent } from '../history/event'
import { idOf } from '../history/records'
import { changeRecord } from './change-record'
import type { Machine } from '../scheduler/machine'
import { cutList, giveAccountParty, loseContact } from './siagh-screen'
import { killMachine, startMachine } from './start-machine'
import type { World } from './world'

/** Makes an event happen. */
export function applyEvent(world: World, event: WorldEvent): void {
  switch (event.kind) {
    case 'create':
    case 'edit':
    case 'remove':
    case 'change-type':
      changeRecord(world, event)
      break
    case 'cut-list':
      cutList(world, event)
      break
    case 'give-account-party':
      giveAccountParty(world, idOf(event.record))
      break
    case 'lose-contact':
      void world.timeline.hold(loseContact(world, event))
      break
    case 'fault':
    case 'fault-spell':
    case 'expire-sessions':
      troubleServer(world, event)
      break
    case 'retry-failures':
    case 'settle-doubts':
    case 'sync-now':
      askOperator(world, event)
      break
    case 'kill':
    case 'strike-write':
    case 'freeze':
    case 'stop':
    case 'suspend':
    case 'clock-jump':
    case 'wrong-clock':
    case 'store-fails':
      troubleMachine(world, event)
      break
  }
}

type MachineTrouble =
  'kill' | 'strike-write' | 'freeze' | 'stop' | 'suspend' | 'clock-jump' | 'wrong-clock' | 'store-fails'

function troubleMachine(world: World, event: Of<MachineTrouble>): void {
  switch (event.kind) {
    case 'kill':
      killFor(world, event.slot, event.downMs, 'now')
      break
    case 'strike-write':
    case 'freeze':
      lieInWait(world, event)
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
    case 'wrong-clock':
      setWrong(world, event)
      break
    case 'store-fails':
      failStore(world, event)
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

function askOperator({ operator }: World, event: Of<'retry-failures' | 'settle-doubts' | 'sync-now'>): void {
  switch (event.kind) {
    case 'retry-failures':
      operator.retryFailures(event.slot)
      break
    case 'settle-doubts':
      operator.settleSomeDoubts(event.slot)
      break
    case 'sync-now':
      operator.syncNow(event.slot, event.record)
      break
  }
}

/** What happens to a process when it is at the right place for it. */
function lieInWait({ blows, freezes }: World, event: Of<'strike-write' | 'freeze'>): void {
  if (event.kind === 'freeze') freezes.set(event.slot, event.forMs)
  else blows.set(event.slot, event)
}

function expireSessions({ sandbox }: World, { side }: Of<'expire-sessions'>): void {
  if (side === 'siagh') sandbox.siagh.expireSessions()
  else sandbox.crm.expireTokens()
}

function failStore({ storeFaults, timeline }: World, { slot, part, share, forMs }: Of<'store-fails'>): void {
  storeFaults.set(slot, { part, share })
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
export function suspendFor(world: World, slot: number, forMs: number, resume?: () => void): void {
  const machine = world.slots.get(slot)?.machine
  if (!machine || machine.suspended) return
  world.trace(`${machine.name} is suspended`)
  machine.suspended = true
  world.ledger.holds.strike(machine, 'suspended')
  world.timeline.schedule(null, forMs, () => {
    if (!machine.alive || !machine.suspended) return
    world.trace(`${machine.name} goes on`)
    if (resume) resume()
    else world.timeline.resume(machine)
  })
}

// Until a time server has told a machine that woke up.
const SET_RIGHT_MS = 60
// What a machine had asked for when it was frozen has come by then.
const UNDER_WAY_MS = 50

/**
 * Stops a machine and its clock. It wakes up in the middle of what it was doing and takes up nothing new until its clock is right: the
 * age of what it knows from before would be wrong, and nothing is promised then.
 */
export function freezeFor(world: World, machine: Machine, forMs: number): void {
  const began = world.timeline.now()
  suspendFor(world, machine.slot, forMs, () => {
    const behindMs = world.timeline.now() - began
    machine.offsetMs -= behindMs
    world.timeline.schedule(null, SET_RIGHT_MS, () => (machine.offsetMs += behindMs))
    world.timeline.resume(machine, (cameAt) => (cameAt - began < UNDER_WAY_MS ? 0 : SET_RIGHT_MS))
  })
}

function jump(world: World, slot: number, byMs: number): void {
  const machine = world.slots.get(slot)?.machine
  // A machine whose clock does not show that it slept cannot know which leases it has lost. The product does not promise this case.
  if (!machine || machine.suspended) return
  world.trace(`the clock of ${machine.name} jumps by ${byMs} ms`)
  machine.offsetMs += byMs
}

const DAY_MS = 86_400_000

function setWrong(world: World, { slot, byMs, forMs }: Of<'wrong-clock'>): void {
  const machine = world.slots.get(slot)?.machine
  // Two that nearly make up for each other would be off by hours.
  const isWrong = Math.abs(machine?.offsetMs ?? 0) > DAY_MS
  if (!machine || machine.suspended || isWrong) return
  jump(world, slot, byMs)
  const setRight = () => {
    if (!machine.alive) return
    if (machine.suspended) world.timeline.schedule(null, 1_000, setRight)
    else jump(world, slot, -byMs)
  }
  world.timeline.schedule(null, forMs, setRight)
}
