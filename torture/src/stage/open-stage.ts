import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, startPostgres, startRedis, type OwnServer } from '@siagh-sync/backends'
import type { Scale } from '../scale'
import { appProcess, type AppProcess } from './app-process'
import { createControl, type Control } from './control'
import { sampleSite } from '@siagh-sync/sandbox'
import { startSandbox, type SandboxProcess } from './start-sandbox'

/** Everything that takes part. */
export interface Stage {
  readonly postgres: OwnServer
  readonly redis: OwnServer
  readonly control: Control
  readonly webs: readonly AppProcess[]
  readonly workers: readonly AppProcess[]
  /** What a webhook URL carries. */
  readonly secret: string
  /** Logs, and the evidence where something is wrong. */
  readonly folder: string
  /** Processes that ended by themselves, a sentence each. */
  readonly crashes: readonly string[]
  close(): Promise<void>
}

const SECRET = 'torture-secret-of-the-webhooks'

/** Starts PostgreSQL, Redis, both servers, two webs and three workers, each a process of its own. */
export async function openStage(scale: Scale, seed: number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-torture-'))
  const [postgres, redis, sandbox] = await Promise.all([startPostgres(), startRedis(), startSandbox(seed)])
  const crashes: string[] = []
  const env = environment(scale, postgres, redis, sandbox)
  const process = async (role: 'web' | 'worker', number: number) =>
    appProcess({
      name: `${role}-${String(number)}`,
      role,
      port: await freePort(),
      folder,
      env,
      onCrash: (name, how) => crashes.push(`${name} ended by itself: ${how}`),
    })
  const webs = [await process('web', 1), await process('web', 2)]
  const workers = [await process('worker', 1), await process('worker', 2), await process('worker', 3)]
  const all = [...webs, ...workers]
  const close = async () => {
    for (const one of all) one.thaw()
    await Promise.all(all.map((one) => one.kill()))
    await Promise.all([postgres.dispose(), redis.dispose(), sandbox.stop()])
  }
  try {
    // All at once, as a first deploy does: the schema is migrated by one of them.
    await Promise.all(all.map((one) => one.start()))
  } catch (error) {
    await close()
    throw error
  }
  const control = createControl(sandbox.controlUrl)
  return { postgres, redis, control, webs, workers, secret: SECRET, folder, crashes, close }
}

function environment(
  scale: Scale,
  postgres: OwnServer,
  redis: OwnServer,
  { siaghUrl, crmUrl, siaghUser, crmUser }: SandboxProcess,
): Record<string, string> {
  return {
    DATABASE_URL: postgres.url,
    QUEUE_URL: redis.url,
    WEBHOOK_SECRET: SECRET,
    SIAGH_URL: siaghUrl,
    SIAGH_USERNAME: siaghUser[0],
    SIAGH_PASSWORD: siaghUser[1],
    CRM_URL: crmUrl,
    CRM_USERNAME: crmUser[0],
    CRM_PASSWORD: crmUser[1],
    CONCURRENCY: '8',
    LEASE_SECONDS: String(scale.leaseSeconds),
    SWEEP_SECONDS: String(scale.sweepSeconds),
    // The sandbox shows a new contact at once. With the default, a lost answer would keep its record waiting for minutes.
    CONTACT_LIST_LAG_SECONDS: '0',
    ...sampleSite.environment,
  }
}
