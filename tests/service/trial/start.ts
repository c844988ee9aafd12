import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadConfig, startService, type RulesInput, type Service, type ServiceOptions } from '@siagh-sync/service'
import type { Sync } from '@siagh-sync/sync-core'
import { onTestFinished } from 'vitest'
import { recordingLogger } from '../../../test-support/recording-logger'
import { expectOk } from '../../../test-support/results'

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-service-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The configuration that `environment` makes in an empty folder. */
export async function configFrom(environment: NodeJS.ProcessEnv, rules: RulesInput = {}) {
  const loaded = await loadConfig({ cwd: temporaryFolder(), env: environment })
  const { config } = expectOk(loaded)
  const companies = config.companies.map((company) => ({ ...company, rules: { ...company.rules, ...rules } }))
  return { ...config, companies }
}

/** A service within this process. It is stopped with the test at the latest. */
export interface Started extends Service {
  readonly sync: Sync
  readonly logger: ReturnType<typeof recordingLogger>
}

/** Starts a service as `environment` says. Rejects with the sentence that says why it does not start. */
export async function start(environment: NodeJS.ProcessEnv, rules?: RulesInput): Promise<Started> {
  const logger = recordingLogger()
  const service = await startWith(environment, { logger }, rules)
  const [sync] = service.companies.values()
  if (!sync) throw new Error('no company')
  onTestFinished(async () => {
    await service.stop()
  })
  return { ...service, sync, logger }
}

async function startWith(environment: NodeJS.ProcessEnv, options: ServiceOptions, rules?: RulesInput) {
  const started = await startService(await configFrom(environment, rules), options)
  if (started.isErr()) throw new Error(started.error.message)
  return started.value
}
