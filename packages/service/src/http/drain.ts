import { setTimeout as pause } from 'node:timers/promises'

/** The time between the order to stop and the end of the listener. */
export interface Drain {
  /** Whether it has begun. From then on this process is not ready. */
  hasBegun(): boolean
  /** Begins it, and resolves when it is over. */
  begin(): Promise<void>
}

/**
 * Creates a drain. A load balancer sends requests until it asks `/readyz` again. Webhooks are accepted for that time.
 */
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
