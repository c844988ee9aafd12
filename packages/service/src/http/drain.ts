import { setTimeout as pause } from 'node:timers/promises'

/** The time between the word to stop and the end of the listener. */
export interface Drain {
  /** Whether it has begun: from then on this process calls itself not ready. */
  hasBegun(): boolean
  /** Begins it, and resolves when it is over. */
  begin(): Promise<void>
}

/** A load balancer sends on until it has asked `/readyz` again. For so long webhooks are still taken. */
export function createDrain(ms: number): Drain {
  let hasBegun = false
  return {
    hasBegun: () => hasBegun,
    async begin() {
      hasBegun = true
      if (ms > 0) await pause(ms)
    },
  }
}
