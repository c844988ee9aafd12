import process from 'node:process'
import type { Logger } from '@siagh-sync/sync-core'
import type { Service } from './start-service'

/**
 * Ends the process on SIGTERM or SIGINT: with 0 once the service has stopped, with 1 where that fails or takes longer than
 * `limitMs`. Further signals change nothing. A service that is still starting has begun nothing that has to be ended.
 */
export function stopOnSignal(serviceNow: () => Service | undefined, limitMs: number, logger: Logger): void {
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      logger.info({ signal }, isStopping ? 'stopping already' : 'stopping')
      if (!isStopping) void stop(serviceNow(), limitMs, logger)
      isStopping = true
    })
  }
}

async function stop(service: Service | undefined, limitMs: number, logger: Logger): Promise<void> {
  setTimeout(() => {
    logger.warn({ limitMs }, 'stopped before everything had ended; it is taken up again when its leases expire')
    process.exit(1)
  }, limitMs)
  try {
    await service?.stop()
    logger.info({}, 'stopped')
    process.exit(0)
  } catch (error) {
    logger.error({ reason: error instanceof Error ? error.message : String(error) }, 'the stop failed')
    process.exit(1)
  }
}
