import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { createSandbox, type ListeningSandbox, type Sandbox } from '@siagh-sync/sandbox'
import { readConfig } from '../config'
import { createLogger } from '../logger'
import { startService, type Service, type ServiceOptions } from '../start-service'
import { environmentFor } from '../trial/environment'

/** Both servers and the service between them, on loopback ports of this machine. */
export interface Stage {
  readonly sandbox: Sandbox
  readonly servers: ListeningSandbox
  readonly service: Service
  /** What the operator's endpoints ask for. */
  readonly token: string
  /** The webhook URL as the CRM's administrator typed it. */
  readonly webhookUrl: string
  readonly logFile: string
  /** Stops everything and removes the files. */
  close(): Promise<void>
}

/** Nobody wants to watch a demo for 15 minutes, which is how long a real retry may wait. */
const SHORT_WAITS: ServiceOptions = {
  rules: {
    retry: { firstDelayMs: 400, maxDelayMs: 2_000, afterUnknownWriteMs: 1_000 },
    settleDelayMs: 200,
    sweepEveryMs: 1_000,
    leaseMs: 10_000,
  },
  transport: { retry: { firstDelayMs: 100, maxDelayMs: 500 }, circuit: { openMs: 500 } },
}

export async function openStage(options: ServiceOptions = SHORT_WAITS): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'siagh-sync-demo-'))
  const sandbox = createSandbox()
  const servers = await sandbox.listen()
  const closeServers = async () => {
    await servers.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const secret = randomBytes(16).toString('hex')
    const token = randomBytes(16).toString('hex')
    const logFile = join(folder, 'service.log')
    const own = { WEBHOOK_SECRET: secret, OPERATOR_TOKEN: token, STORE_FILE: join(folder, 'store.db') }
    const config = readConfig({ ...environmentFor(sandbox, servers), ...own })
    const logger = createLogger('info', pino.destination({ dest: logFile, sync: true }))
    const service = await startService(config, logger, options)
    const webhookUrl = `${service.url}/webhook/crm?secret=${secret}`
    sandbox.crm.webhooks.pointAt(webhookUrl)
    const close = async () => {
      await service.stop()
      await closeServers()
    }
    return { sandbox, servers, service, token, webhookUrl, logFile, close }
  } catch (error) {
    await closeServers()
    throw error
  }
}
