import { withGlobal } from '@sinonjs/fake-timers'
import type { Machine } from './machine'

/**
 * Time, and all that waits for it. Nothing happens but by a step: the next thing falls due, time jumps to it, and whatever it sets
 * off runs until the whole program waits again.
 */
export interface Timeline {
  /** The true time; a machine's own clock differs from it. */
  readonly now: () => number
  /** Calls `run` once on `machine`, or on none: one that was killed by then drops it, one that is suspended keeps it until later. */
  schedule(machine: Machine | null, delayMs: number, run: () => void): () => void
  /** Runs `work` as code of `machine`: timers that it sets and clocks that it reads are the machine's. */
  enter(machine: Machine | null, work: () => void): void
  /** Whose code runs just now. */
  current(): Machine | null
  /** Lets a machine go on with what came while it was suspended, in this order, each a millisecond later unless `delayOf` says otherwise. */
  resume(machine: Machine, delayOf?: (cameAt: number) => number): void
  /** Keeps a step from ending before this work has: it takes turns of the event loop, as a commit of SQLite does. */
  hold<T>(work: Promise<T>): Promise<T>
  /** Does the next thing. `false`: nothing is due, ever. */
  step(): Promise<boolean>
}

// Taken before anybody replaces it.
const realImmediate = setImmediate

/** A timeline that begins at `start`. */
export function createTimeline(start: number): Timeline {
  const clock = withGlobal(globalThis).createClock(start, Infinity)
  const work = createWorkload()
  let current: Machine | null = null

  const enter = (machine: Machine | null, run: () => void) => {
    current = machine
    run()
  }
  const deliver = (machine: Machine | null, run: () => void) => {
    if (machine?.alive === false) return
    if (machine?.suspended) machine.backlog.push({ cameAt: clock.now, run })
    else enter(machine, run)
  }
  const schedule = (machine: Machine | null, delayMs: number, run: () => void) => {
    work.stir()
    const timer = clock.setTimeout(() => deliver(machine, run), Math.max(0, delayMs))
    return () => clock.clearTimeout(timer)
  }

  return {
    now: () => clock.now,
    schedule,
    enter,
    current: () => current,
    resume(machine, delayOf = () => 0) {
      machine.suspended = false
      machine.backlog.splice(0).forEach(({ cameAt, run }, index) => schedule(machine, delayOf(cameAt) + index, run))
    },
    hold: (promise) => work.hold(promise),
    async step() {
      if (clock.countTimers() === 0) return false
      clock.next()
      await work.settled()
      current = null
      return true
    },
  }
}

/** Knows when everything that a step has set off waits for time to pass. */
function createWorkload() {
  let stirred = 0
  let held = 0
  return {
    /** Something is under way. */
    stir() {
      stirred += 1
    },
    async hold<T>(promise: Promise<T>): Promise<T> {
      held += 1
      try {
        return await promise
      } finally {
        held -= 1
        stirred += 1
      }
    },
    async settled(): Promise<void> {
      let seen: number
      do {
        seen = stirred
        await new Promise((resolve) => realImmediate(resolve))
      } while (held > 0 || seen !== stirred)
    },
  }
}
