import type { Sync } from '@siagh-sync/sync-core'
import type { World } from './world'

/** Calls the sync of a process that is up: this one, or another. */
export function through({ slots, timeline }: World, slot: number, work: (sync: Sync) => void): void {
  const running = slots.get(slot) ?? [...slots.values()][0]
  if (running && !running.machine.suspended) timeline.schedule(running.machine, 0, () => work(running.sync))
}
