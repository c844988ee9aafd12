import type { Clock } from '../ports/clock'

/** How far a long piece of work is. */
export interface Progress {
  readonly done: number
  /** Where it is known. */
  readonly total?: number
  /** Over the last half minute or so. */
  readonly perSecond: number
  /** Where `total` is known, and anything has been done yet. */
  readonly leftMs?: number
}

/** Measures how fast a piece of work goes. */
export interface Pace {
  /** How far it is now, with `done` of `total` behind it. */
  readonly at: (done: number, total?: number) => Progress
  /** Whether the last word about it is a while ago: nobody reads more than a few a second. `at` counts as a word. */
  readonly isDue: () => boolean
}

const BETWEEN_WORDS_MS = 250
const SAMPLE_MS = 1_000
const SAMPLES = 30

/** A piece of work that begins now. */
export function createPace(clock: Pick<Clock, 'now'>): Pace {
  let samples = [{ time: clock.now(), done: 0 }]
  let toldAt = clock.now()

  return {
    at(done, total) {
      const now = clock.now()
      toldAt = now
      const rate = rateSince(samples[0], now, done)
      if (now - (samples.at(-1)?.time ?? 0) >= SAMPLE_MS) samples = [...samples, { time: now, done }].slice(-SAMPLES)
      const leftMs = total === undefined || rate === 0 ? undefined : Math.max(0, ((total - done) / rate) * 1_000)
      return {
        done,
        perSecond: rate,
        ...(total !== undefined && { total }),
        ...(leftMs !== undefined && { leftMs: Math.round(leftMs) }),
      }
    },
    isDue: () => clock.now() - toldAt >= BETWEEN_WORDS_MS,
  }
}

function rateSince(since: { time: number; done: number } | undefined, now: number, done: number): number {
  if (!since || now <= since.time) return 0
  return Math.max(0, ((done - since.done) * 1_000) / (now - since.time))
}
