import { existsSync } from 'node:fs'
import process from 'node:process'
import { readConfig } from './config'
import { createLogger } from './logger'
import { startService } from './start-service'

const STOP_LIMIT_MS = 30_000

try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const config = readConfig(process.env)
  const logger = createLogger(config.LOG_LEVEL)
  const service = await startService(config, logger)
  logger.info({ url: service.url, company: config.COMPANY }, 'siagh-sync takes webhooks')

  const stop = (signal: NodeJS.Signals) => {
    logger.info({ signal }, 'stopping')
    // What does not end in time is found by the sweep at the next start.
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref()
    void service.stop().then(() => {
      logger.info({}, 'stopped')
      process.exit(0)
    })
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
