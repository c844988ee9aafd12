import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import type { Clock, Queue } from '@siagh-sync/sync-core'
import { okAsync } from 'neverthrow'
import { chanceOf } from '../../../test-support/random'
import type { Machine } from '../scheduler/machine'
import type { World } from './world'

/** The clock of one process. */
export function clockOf({ timeline }: Pick<World, 'timeline'>, machine: Machine): Clock {
  return {
    now: () => timeline.now() + machine.offsetMs,
    elapsed: timeline.now,
    after: (delayMs, run) => timeline.schedule(machine, delayMs, run),
  }
}

/**
 * The memory queue of one process. While faults last it loses, doubles and delays wake-ups, and where the plan wants a common queue it
 * gives some of them to other processes. It dies with its process.
 */
export function boundaryQueue(world: World, machine: Machine): { readonly own: Queue; readonly lossy: Queue } {
  const own = memoryQueue({ clock: clockOf(world, machine) })
  let calls = 0
  const lossy: Queue = {
    enqueue(topic, key, options = {}) {
      calls += 1
      const draw = chanceOf(`${world.plan.seed} queue ${machine.name} ${calls}`)
      const { delayMs = 0 } = options
      const { queueLoss } = world.plan
      if (!world.isCalm() && draw < queueLoss) {
        world.trace(`${machine.name} queue loses ${key.slice(-4)}`)
        return okAsync(undefined)
      }
      const isDoubled = !world.isCalm() && draw > 0.9
      const late = !world.isCalm() && draw > 0.95 ? 20_000 : 0
      if (isDoubled) ring(world, machine, own, topic, key, delayMs, draw)
      ring(world, machine, own, topic, key, delayMs + late, 1 - draw)
      return okAsync(undefined)
    },
    work: (topic, handler, options) => own.work(topic, handler, options),
  }
  return { own, lossy }
}

function ring(
  world: World,
  from: Machine,
  own: Queue,
  topic: string,
  key: string,
  delayMs: number,
  draw: number,
): void {
  const others = world.running().filter(({ machine }) => machine !== from)
  const other = world.plan.commonQueue ? others[Math.floor(draw * (others.length + 1))] : undefined
  if (!other) {
    void own.enqueue(topic, key, { delayMs }).unwrapOr(undefined)
    return
  }
  const send = () => void other.queue.enqueue(topic, key, { delayMs }).unwrapOr(undefined)
  world.timeline.schedule(other.machine, world.latency(`${from.name} rings`, 10), send)
}
