import type { Random } from '../../../test-support/random'
import type { Timeline } from './timeline'

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  dateNow: Date.now,
  performanceNow: performance.now.bind(performance),
  random: Math.random,
}

/** A timer as Node hands it out: it can be told not to keep the process alive, which means nothing here. */
interface FakeTimer {
  readonly cancel: () => void
  ref(): FakeTimer
  unref(): FakeTimer
}

const isFake = (timer: unknown): timer is FakeTimer => typeof timer === 'object' && timer !== null && 'cancel' in timer

/**
 * Puts the timeline behind the timers, clocks and chance of the platform, each for the machine whose code asks. `new Date()` without
 * arguments is left alone: nothing of ours uses it. The returned function puts everything back.
 */
export function fakeGlobals(timeline: Timeline, random: Random): () => void {
  const start = timeline.now()
  const setTimer = (run: () => void, delayMs = 0): FakeTimer => {
    const timer: FakeTimer = {
      cancel: timeline.schedule(timeline.current(), delayMs, run),
      ref: () => timer,
      unref: () => timer,
    }
    return timer
  }
  // Of a machine that was killed it would never be cleared, and a real one would keep this process alive.
  const setRepeating = (run: () => void, everyMs = 0): FakeTimer => {
    let next = setTimer(fire, everyMs)
    function fire() {
      next = setTimer(fire, everyMs)
      run()
    }
    const timer: FakeTimer = { cancel: () => next.cancel(), ref: () => timer, unref: () => timer }
    return timer
  }
  const clearTimer = (timer: unknown) => {
    if (isFake(timer)) timer.cancel()
  }
  Object.assign(globalThis, {
    setTimeout: setTimer,
    clearTimeout: clearTimer,
    setInterval: setRepeating,
    clearInterval: clearTimer,
  })
  Date.now = () => timeline.now() + (timeline.current()?.offsetMs ?? 0)
  performance.now = () => timeline.now() - start
  Math.random = () => random.next()
  return () => {
    const { setTimeout, clearTimeout, setInterval, clearInterval } = real
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval })
    Date.now = real.dateNow
    // What was put over the method of the prototype goes.
    Reflect.deleteProperty(performance, 'now')
    Math.random = real.random
  }
}

/** Milliseconds that really pass, whatever is faked. */
export const realNow = (): number => real.performanceNow()
