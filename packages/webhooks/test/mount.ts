import { okAsync, type ResultAsync } from 'neverthrow'
import type { Change, Receipt, Sync } from '@siagh-sync/sync-core'
import { recordingLogger } from '../../../test-support/recording-logger'
import { crmWebhooks, type Connection, type CrmWebhooksOptions } from '../src/index'

export { id, json, read } from '../../../test-support/webhook-request'

/** Stands for the core behind the webhooks: keeps what it receives, and answers as told. */
export function intakeOf(receive?: Sync['receive']) {
  const changes: Change[] = []
  const keep = (change: Change): ResultAsync<Receipt, never> => {
    changes.push(change)
    return okAsync({ key: `${change.kind}/${change.id}`, generation: changes.length })
  }
  return { changes, sync: { receive: receive ?? keep } }
}

/** The webhooks under `/webhook/crm`. `call` sends a request to a path below that, `send` to any path. */
export function mount({
  receive,
  connection = { remoteAddress: '127.0.0.1' },
  ...options
}: Partial<CrmWebhooksOptions> & { readonly receive?: Sync['receive']; readonly connection?: Connection } = {}) {
  const logger = recordingLogger()
  const { changes, sync } = intakeOf(receive)
  const handle = crmWebhooks({ sync, auth: 'none', logger, ...options })
  const send = (path: string, init?: RequestInit) =>
    handle(new Request(`https://sync.example${path}`, init), connection)
  const call = (path: string, init?: RequestInit) => send(`/webhook/crm${path}`, init)
  return { call, send, changes, lines: logger.lines }
}
