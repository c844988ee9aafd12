import process from 'node:process'
import { loadEnvironment } from '@siagh-sync/settings'
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
  takeEnvironment()
  const config = readConfig(process.env)
  const logger = createLogger(config.LOG_LEVEL)
  const running: { service?: Service } = {}
  stopOnSignal(() => running.service, config.STOP_SECONDS * 1_000, logger)
  running.service = await startService(config, logger, { rules, folder: process.cwd() })
  logger.info({ url: running.service.url, role: config.ROLE, company: config.COMPANY }, 'siagh-sync has started')
}

/** Adds what `.env` of this folder says. Throws with a sentence for everything that cannot be read. */
function takeEnvironment(): void {
  const loaded = loadEnvironment(process.cwd(), process.env)
  if (loaded.isErr()) throw new Error(loaded.error.join('\n'))
  Object.assign(process.env, loaded.value.values)
  for (const warning of loaded.value.warnings) process.stderr.write(`${warning}\n`)
}
