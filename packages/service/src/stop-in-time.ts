import type { Logger } from '@siagh-sync/sync-core'
import type { Service } from './start-service'

/**
 * Stops a service. `late`: it took longer than `limitMs`, and the process should end now; when their leases expire,
 * unfinished runs are started again. `failed`: something could not be closed. The log says what.
 */
export async function stopInTime(
  service: Service,
  limitMs: number,
  logger: Logger,
): Promise<'stopped' | 'failed' | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), limitMs)
  })
  const ended = await Promise.race([service.stop(), late])
  clearTimeout(timer)
  if (ended === 'late') {
    logger.warn({ limitMs }, 'stopped before everything had ended; it is taken up again when its leases expire')
    return 'late'
  }
  for (const reason of ended) logger.error({ reason }, 'the stop failed')
  if (ended.length === 0) logger.info({}, 'stopped')
  return ended.length === 0 ? 'stopped' : 'failed'
}
