import type { Fault, CrmOperation, SiaghOperation } from '@siagh-sync/sandbox'
import type { WorldEvent } from '../history/event'
import { documentFields, idOf, identityFields, IDENTITIES, kindOf } from '../history/records'
import { killMachine, startMachine } from './start-machine'
import type { World } from './world'

/** Makes an event happen. */
export function applyEvent(world: World, event: WorldEvent): void {
  switch (event.kind) {
    case 'create':
      return createRecord(world, event.record, event.variant)
    case 'edit':
      return editRecord(world, event.record, event.variant)
    case 'remove':
      world.sandbox.crm.remove(idOf(event.record))
      return world.ledger.crm.look()
    case 'fault':
      return strikeNext(world, event)
    case 'fault-spell':
      return beginSpell(world, event)
    case 'expire-sessions':
      return event.side === 'siagh' ? world.sandbox.siagh.expireSessions() : world.sandbox.crm.expireTokens()
    case 'kill':
      return killFor(world, event.slot, event.downMs, 'now')
    case 'kill-in-write':
      return void world.deadly.set(event.slot, { moment: event.moment, downMs: event.downMs })
    case 'stop':
      return stopFor(world, event.slot, event.downMs)
    case 'suspend':
      return suspendFor(world, event.slot, event.forMs)
    case 'clock-jump':
      return jump(world, event.slot, event.byMs)
    case 'store-fails':
      world.storeFaults.set(event.slot, event.share)
      world.timeline.schedule(null, event.forMs, () => world.storeFaults.delete(event.slot))
      return
    case 'retry-failures':
      return void world.operator.retryFailures(event.slot)
    case 'sync-now':
      return world.operator.syncNow(event.slot, event.record)
  }
}

type Of<K extends WorldEvent['kind']> = Extract<WorldEvent, { kind: K }>

function createRecord(world: World, record: number, variant: number): void {
  const { crm } = world.sandbox
  const crmId = idOf(record)
  const isThere = world.ledger.crm.identities().has(crmId) || world.ledger.crm.documents().has(crmId)
  if (isThere) return
  switch (kindOf(record)) {
    case 'person':
      crm.createPerson({ ...identityFields(record, variant), crmId })
      break
    case 'organization':
      crm.createOrganization({ ...identityFields(record, variant), crmId })
      break
    case 'invoice':
      crm.createInvoice({ ...documentFields(record, variant), crmId })
      break
    case 'quote':
      crm.createQuote({ ...documentFields(record, variant), crmId })
      break
  }
  world.ledger.crm.look()
}

function editRecord(world: World, record: number, variant: number): void {
  const { crm } = world.sandbox
  if (record < IDENTITIES) crm.updateIdentity(idOf(record), identityFields(record, variant))
  else crm.updateDocument(idOf(record), documentFields(record, variant))
  world.ledger.crm.look()
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

function suspendFor(world: World, slot: number, forMs: number): void {
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
