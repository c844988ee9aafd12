import { chanceOf } from '../../../test-support/random'
import type { Machine } from '../scheduler/machine'
import type { Timeline } from '../scheduler/timeline'

/** How long the next thing of this name takes on its way: drawn from the seed, the name and how often it was asked. */
export type Latency = (name: string, usualMs: number) => number

// Beyond this the product itself calls a write lost: `afterUnknownWriteMs` is 30 seconds.
const SLOWEST_MS = 15_000
// A third of the shortest lease is left for each renewal: beyond that a lease is lost for want of a store.
const SLOWEST_STORE_MS = 5_000

/** Mostly up to `usualMs`; while faults last now and then far more. */
export function createLatency(seed: number, isCalm: () => boolean): Latency {
  const asked = new Map<string, number>()
  return (name, usualMs) => {
    const count = (asked.get(name) ?? 0) + 1
    asked.set(name, count)
    const draw = chanceOf(`${seed} ${name} ${count}`)
    const isSlow = !isCalm() && draw > 0.985
    const slowest = name.includes('store.') ? SLOWEST_STORE_MS : SLOWEST_MS
    return isSlow ? ((draw - 0.985) / 0.015) * slowest : draw * usualMs
  }
}

/** One call across the border of a process. */
export interface Crossing<T> {
  /** What it is called in the trace and for its latency. */
  readonly name: string
  readonly usualMs: number
  /** How long the way there takes, where that is not left to chance. */
  readonly thereMs?: number
  /** A call that has left arrives, even if the caller dies. */
  readonly outlivesCaller: boolean
  /** The answer that the caller gets at once, while the call is still on its way. */
  readonly insteadOfAnswer?: T
  /** What happens on the other side; never rejects. `undefined`: no answer ever comes. */
  readonly effect: () => Promise<T> | undefined
  /** Told when the answer is back at a caller that still lives. */
  readonly returned?: (answer: T) => void
}

/**
 * Carries a call to the other side and its answer back. Each way takes its time, and the caller may die or be suspended on either:
 * before the effect, or after it and before the answer.
 */
export function cross<T>(timeline: Timeline, latency: Latency, machine: Machine, crossing: Crossing<T>): Promise<T> {
  const { name, usualMs, insteadOfAnswer, effect, returned } = crossing
  const way = `${machine.name} ${name}`
  return new Promise((resolve) => {
    if (insteadOfAnswer) timeline.schedule(machine, latency(`${way} breaks`, usualMs), () => resolve(insteadOfAnswer))
    const arrive = () => {
      const work = effect()
      if (!work) return
      void timeline.hold(work).then((answer) => {
        if (insteadOfAnswer) return
        timeline.schedule(machine, latency(`${way} back`, usualMs), () => {
          returned?.(answer)
          resolve(answer)
        })
      })
    }
    timeline.schedule(
      crossing.outlivesCaller ? null : machine,
      crossing.thereMs ?? latency(`${way} there`, usualMs),
      arrive,
    )
  })
}
