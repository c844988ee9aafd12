import PQueue from 'p-queue'
import type { Flight } from './flight'
import type { Outcome } from './outcome'
import type { Settings } from './settings'

/** Runs an attempt when its turn comes; one that is cancelled while it waits gives up its place. */
export type Limiter = (flight: Flight, attempt: () => Promise<Outcome>) => Promise<Outcome>

/** Keeps to so many attempts at a time and so many begun within any second, in the order in which they come. */
export function createLimiter({ concurrency, perSecond }: Settings): Limiter {
  const rate = perSecond === Infinity ? {} : { interval: 1000, intervalCap: perSecond, strict: true }
  const queue = new PQueue({ concurrency, ...rate })
  return async (flight, attempt) => {
    if (flight.signal === undefined) return queue.add(attempt)
    try {
      return await queue.add(attempt, { signal: flight.signal })
    } catch (error) {
      if (flight.signal.aborted) return { kind: 'aborted', sent: flight.sent }
      throw error
    }
  }
}
