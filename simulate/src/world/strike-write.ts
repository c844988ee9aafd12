import type { SentRequest } from '../checks/ledger'
import type { WriteMoment } from '../history/event'
import type { Machine } from '../scheduler/machine'
import { freezeFor, killFor, suspendFor } from './apply-event'
import type { World } from './world'

type Blow = 'kill' | 'suspend' | 'cut'

/** Strikes a process that was to be struck at this moment of a write. Answers how, if it was. */
export function strikeWrite(world: World, machine: Machine, moment: WriteMoment): Blow | undefined {
  const blow = world.blows.get(machine.slot)
  if (!machine.alive || machine.suspended || blow?.moment !== moment) return undefined
  world.blows.delete(machine.slot)
  if (blow.blow === 'kill') killFor(world, machine.slot, blow.forMs, `in a write (${moment})`)
  if (blow.blow === 'suspend') suspendFor(world, machine.slot, blow.forMs)
  return blow.blow
}

/** The same for a write that has just left. Only what is made can be cut off: an update that arrives late is not told from a new one. */
export function strikeSent(world: World, { machine, recordId, isUpdate }: SentRequest): Blow | undefined {
  const isCut = world.blows.get(machine.slot)?.blow === 'cut'
  if (recordId === undefined || (isCut && isUpdate)) return undefined
  return strikeWrite(world, machine, 'sent')
}

/**
 * Freezes a machine that has read a record and has no write of any record under way: nothing but the store can tell it then that its
 * leases are lost. A store elsewhere may be carrying out what the machine has asked of it, so there it is left alone.
 */
export function strikeRead(world: World, machine: Machine): void {
  const forMs = world.freezes.get(machine.slot)
  const isReading = world.ledger.holds.open().some((hold) => hold.machine === machine && !hold.hasIntent)
  const isWriting = world.ledger.holds.open().some((hold) => hold.machine === machine && hold.hasIntent)
  if (forMs === undefined || !isReading || isWriting || !machine.alive || machine.suspended) return
  if (world.plan.remoteStore) return
  world.freezes.delete(machine.slot)
  freezeFor(world, machine, forMs)
}
