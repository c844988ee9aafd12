import type { WriteMoment } from '../history/event'
import type { Machine } from '../scheduler/machine'
import { killFor, suspendFor } from './apply-event'
import type { World } from './world'

/** Strikes a process that was to be struck at this moment of a write. Answers whether it was. */
export function strikeWrite(world: World, machine: Machine, moment: WriteMoment): boolean {
  const blow = world.blows.get(machine.slot)
  if (!machine.alive || machine.suspended || blow?.moment !== moment) return false
  world.blows.delete(machine.slot)
  if (blow.blow === 'kill') killFor(world, machine.slot, blow.forMs, `in a write (${moment})`)
  else suspendFor(world, machine.slot, blow.forMs)
  return true
}
