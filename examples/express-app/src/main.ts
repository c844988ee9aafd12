import { existsSync } from 'node:fs'
import process from 'node:process'
import type { Logger } from '@siagh-sync/sync-core'
import { readConfig } from './config'
import { createLogger } from './logger'
import { rules } from './rules'
import { startService, type Service } from './start-service'

// A call to a server may take 30 s. What does not end in time is found by the sweep at the next start.
const STOP_LIMIT_MS = 30_000

try {
  await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function run(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const logger = createLogger(config.LOG_LEVEL)
  const service = await startService(config, logger, { rules })
  logger.info({ url: service.url, company: config.COMPANY }, 'siagh-sync takes webhooks')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      logger.info({ signal }, 'stopping')
      void stop(service, logger)
    })
  }
}

async function stop(service: Service, logger: Logger): Promise<void> {
  setTimeout(() => {
    logger.warn({ limitMs: STOP_LIMIT_MS }, 'stopped before everything had ended; the next start finds it')
    process.exit(1)
  }, STOP_LIMIT_MS)
  try {
    await service.stop()
    logger.info({}, 'stopped')
    process.exit(0)
  } catch (error) {
    logger.error({ reason: error instanceof Error ? error.message : String(error) }, 'the stop failed')
    process.exit(1)
  }
}
