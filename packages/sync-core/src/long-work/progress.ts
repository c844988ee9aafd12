import type { Clock } from '../ports/clock'

/** The progress of a long piece of work. */
export interface Progress {
  readonly done: number
  /** Absent: unknown. */
  readonly total?: number
  /** The speed over about the last half minute. */
  readonly perSecond: number
  /** The remaining time. Absent while `total` is unknown or nothing is done yet. */
  readonly leftMs?: number
}

/** Measures the speed of a piece of work. */
export interface Pace {
  /** The progress at this moment. `done` of `total` items are finished. */
  readonly at: (done: number, total?: number) => Progress
  /**
   * Whether it is time for the next report: a person can read only a few in a second. A call of `at` counts as a
   * report.
   */
  readonly isDue: () => boolean
}

const BETWEEN_REPORTS_MS = 250
const SAMPLE_MS = 1_000
const SAMPLES = 30

/** Starts to measure. */
export function createPace(clock: Pick<Clock, 'now'>): Pace {
  let samples = [{ time: clock.now(), done: 0 }]
  let reportedAt = clock.now()

  return {
    at(done, total) {
      const now = clock.now()
      reportedAt = now
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
    isDue: () => clock.now() - reportedAt >= BETWEEN_REPORTS_MS,
  }
}

function rateSince(since: { time: number; done: number } | undefined, now: number, done: number): number {
  if (!since || now <= since.time) return 0
  return Math.max(0, ((done - since.done) * 1_000) / (now - since.time))
}
