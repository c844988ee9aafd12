import { setTimeout as sleep } from 'node:timers/promises'
import type { IQueueBackend } from 'bullmq'
import { RETRY_MS } from './worker-options'

/**
 * BullMQ's loop takes an error other than a refused connection as "no job" and asks again at once, as fast as the server can
 * refuse. This makes it wait, and try to `mend` what it can.
 */
export function calmDown(backend: IQueueBackend, mend: (error: unknown) => Promise<void> = async () => {}): void {
  const take: IQueueBackend['moveToActive'] = backend.moveToActive.bind(backend)
  backend.moveToActive = async (token, name): ReturnType<IQueueBackend['moveToActive']> => {
    try {
      return await take(token, name)
    } catch (error) {
      await sleep(RETRY_MS)
      await mend(error)
      throw error
    }
  }
}
