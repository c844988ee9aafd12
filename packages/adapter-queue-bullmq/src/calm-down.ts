import { setTimeout as sleep } from 'node:timers/promises'
import type { IQueueBackend } from 'bullmq'
import type { Report } from './report'
import { RETRY_MS } from './worker-options'

/**
 * After any error except a refused connection, BullMQ's loop assumes "no job" and asks again at once, without a
 * pause. This adds a pause, and calls `mend` to repair what can be repaired. Each answer shows that the engine is
 * available.
 */
export function calmDown(
  backend: IQueueBackend,
  report: Report,
  mend: (error: unknown) => Promise<void> = async () => {},
): void {
  const take: IQueueBackend['moveToActive'] = backend.moveToActive.bind(backend)
  backend.moveToActive = async (token, name): ReturnType<IQueueBackend['moveToActive']> => {
    try {
      const taken = await take(token, name)
      report.healed()
      return taken
    } catch (error) {
      await sleep(RETRY_MS)
      await mend(error)
      throw error
    }
  }
}
