import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { createSandbox, sampleSite, type ListeningSandbox, type Sandbox } from '@siagh-sync/sandbox'
import { createLogger, resolveConfig, startService, type RulesInput, type Service } from '@siagh-sync/service'
import type { HoldRule, Sync } from '@siagh-sync/sync-core'
import { valueOf } from './value-of'

/** Both servers and the service between them, on loopback ports of this machine. */
export interface Stage {
  readonly sandbox: Sandbox
  readonly servers: ListeningSandbox
  readonly service: Service
  /** The synchronisation of the only company. */
  readonly sync: Sync
  /** What the operator's endpoints ask for. */
  readonly token: string
  /** The webhook URL as the CRM's administrator typed it. */
  readonly webhookUrl: string
  readonly logFile: string
  /** Stops everything and removes the files. */
  close(): Promise<void>
}

/** Nobody wants to watch a demo for 15 minutes, which is how long a real retry may wait. */
const SHORT_WAITS: RulesInput = {
  retry: { firstDelayMs: 400, maxDelayMs: 2_000, afterUnknownWriteMs: 1_000 },
  settleDelayMs: 200,
  sweepEveryMs: 1_000,
  leaseMs: 10_000,
  ...sampleSite.rules,
}
const SHORT_PAUSES = { retry: { firstDelayMs: 100, maxDelayMs: 500 }, circuit: { openMs: 500 } }

/** `hold`: which writes wait for an operator. Default: none. */
export async function openStage({ hold = 'none' }: { readonly hold?: HoldRule } = {}): Promise<Stage> {
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
    const config = configFor(sandbox, servers, { secret, token, file: join(folder, 'store.db'), hold })
    const logger = createLogger('info', pino.destination({ dest: logFile, sync: true }))
    const service = valueOf(await startService(config, { logger, transport: SHORT_PAUSES }))
    const [sync] = service.companies.values()
    if (!sync) throw new Error('unreachable: a configuration has at least one company')
    const webhookUrl = `${service.url}/webhook/crm?secret=${secret}`
    sandbox.crm.webhooks.pointAt(webhookUrl)
    const close = async () => {
      await service.stop()
      await closeServers()
    }
    return { sandbox, servers, service, sync, token, webhookUrl, logFile, close }
  } catch (error) {
    await closeServers()
    throw error
  }
}

interface Own {
  readonly secret: string
  readonly token: string
  readonly file: string
  readonly hold: HoldRule
}

function configFor(
  { siagh, crm }: Sandbox,
  { siaghUrl, crmUrl }: ListeningSandbox,
  { secret, token, file, hold }: Own,
) {
  return valueOf(
    resolveConfig({
      siagh: { baseUrl: siaghUrl, username: siagh.username, password: siagh.password },
      crm: { baseUrl: crmUrl, username: crm.username, password: crm.password },
      webhook: { secrets: [secret], port: 0 },
      operatorToken: token,
      store: { file },
      rules: SHORT_WAITS,
      hold,
    }),
  )
}
