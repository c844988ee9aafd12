/** The time, and waiting for it to pass. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /**
   * Milliseconds since an instant that does not change while the process lives, whatever the clock is set to. Tells how old something
   * really is after the clock was set back. Default: `now`.
   */
  elapsed?(): number
  /** Calls `run` once after `delayMs`, at most 2^31 - 1; the returned function calls it off. */
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
