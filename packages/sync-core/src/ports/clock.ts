/** The time, and timers. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /**
   * Milliseconds since an instant that stays the same while the process lives, even if the clock is set. It shows the
   * true age of things after the clock was set back. Default: `now`.
   */
  elapsed?(): number
  /** Calls `run` once after `delayMs`, at most 2^31 - 1. The returned function cancels the call. */
  after(delayMs: number, run: () => void): () => void
}

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
