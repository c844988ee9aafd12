import type { Machine } from '../scheduler/machine'
import { killFor } from './apply-event'
import type { World } from './world'

/** Kills a process that was to be killed at this moment of a write. */
export function dieInWrite(world: World, machine: Machine, moment: 'intent' | 'written'): void {
  const plan = world.deadly.get(machine.slot)
  if (!machine.alive || plan?.moment !== moment) return
  world.deadly.delete(machine.slot)
  killFor(world, machine.slot, plan.downMs, moment === 'intent' ? 'it has stored an intent' : 'Siagh has its write')
}
