/** Time as the sandbox sees it. A test that owns the clock decides when latency, expiry and late webhooks happen. */
export interface SandboxClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Calls `run` once, `ms` from now. The answer takes the appointment back. */
  readonly after: (ms: number, run: () => void) => () => void
}

/** The machine's own clock and timers. */
export const machineClock: SandboxClock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Resolves `ms` from now by the given clock, at once for 0. */
export const pause = (clock: SandboxClock, ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => clock.after(ms, resolve)) : Promise.resolve()
