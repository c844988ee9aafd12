import { existsSync } from 'node:fs'
import process from 'node:process'
import { readConfig } from './config'
import { createLogger } from './logger'
import { rules } from './rules'
import { startService, type Service } from './start-service'
import { stopOnSignal } from './stop-on-signal'

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
  const running: { service?: Service } = {}
  stopOnSignal(() => running.service, config.STOP_SECONDS * 1_000, logger)
  running.service = await startService(config, logger, { rules, folder: process.cwd() })
  logger.info({ url: running.service.url, role: config.ROLE, company: config.COMPANY }, 'siagh-sync has started')
}
