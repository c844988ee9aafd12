import type { Flight } from './flight'
import type { AttemptEnd } from './attempt-end'
import { createRate } from './rate'
import type { Settings } from './settings'

/** Runs an attempt when its turn comes. A cancelled attempt gives up its place in the line. */
export type Limiter = (flight: Flight, attempt: () => Promise<AttemptEnd>) => Promise<AttemptEnd>

/**
 * Creates a limiter: at most `concurrency` attempts at a time, and at most `perSecond` new attempts within any
 * second, in the order in which they come.
 */
export function createLimiter({ concurrency, perSecond }: Settings): Limiter {
  const rate = createRate(perSecond)
  const waiting = new Set<() => void>()
  let running = 0
  let timer: NodeJS.Timeout | undefined

  const mayBegin = () => running < concurrency && rate.pauseMs() === 0
  const begin = () => {
    running++
    rate.note()
  }
  const admitWaiting = () => {
    for (const admit of waiting) {
      if (!mayBegin()) break
      waiting.delete(admit)
      begin()
      admit()
    }
    // A free slot calls this function again. A timer is needed only to wait for time to pass.
    if (waiting.size > 0 && running < concurrency) timer ??= setTimeout(onTimer, Math.ceil(rate.pauseMs()))
  }
  const onTimer = () => {
    timer = undefined
    admitWaiting()
  }

  return async (flight, attempt) => {
    if (flight.signal?.aborted) return { kind: 'aborted', sent: flight.sent }
    if (waiting.size === 0 && mayBegin()) begin()
    else {
      const turn = waitForTurn(waiting, flight.signal)
      admitWaiting()
      if ((await turn) === 'cancelled') return { kind: 'aborted', sent: flight.sent }
    }
    try {
      return await attempt()
    } finally {
      running--
      admitWaiting()
    }
  }
}

function waitForTurn(waiting: Set<() => void>, signal: AbortSignal | undefined): Promise<'came' | 'cancelled'> {
  return new Promise((resolve) => {
    const admit = () => {
      signal?.removeEventListener('abort', giveUp)
      resolve('came')
    }
    const giveUp = () => {
      waiting.delete(admit)
      resolve('cancelled')
    }
    signal?.addEventListener('abort', giveUp, { once: true })
    waiting.add(admit)
  })
}
