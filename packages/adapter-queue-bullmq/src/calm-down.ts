import { setTimeout as sleep } from 'node:timers/promises'
import type { IQueueBackend } from 'bullmq'
import type { Report } from './report'
import { RETRY_MS } from './worker-options'

/**
 * BullMQ's loop takes an error other than a refused connection as "no job" and asks again at once, as fast as the server can
 * refuse. This makes it wait, and try to `mend` what it can. A question that is answered shows that the engine is there.
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
