import express, { type Express } from 'express'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { okAsync, type ResultAsync } from 'neverthrow'
import type { Change, Receipt, Sync } from '@siagh-sync/sync-core'
import { onTestFinished } from 'vitest'
import { recordingLogger } from '../../../test-support/recording-logger'
import { crmWebhooks, type CrmWebhooksOptions } from '../src/index'

export { id, json, read } from '../../../test-support/webhook-request'

/** Serves the app on a free loopback port until the test ends. Whatever reaches Express's own error handler is kept in `leaked`. */
export async function listen(app: Express) {
  const leaked: unknown[] = []
  app.use(((error, _req, res, _next) => {
    leaked.push(error)
    res.status(599).end()
  }) satisfies express.ErrorRequestHandler)
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, url: `http://127.0.0.1:${port}`, leaked }
}

/** Stands for the core behind the router: keeps what it receives, and answers as told. */
export function intakeOf(receive?: Sync['receive']) {
  const changes: Change[] = []
  const keep = (change: Change): ResultAsync<Receipt, never> => {
    changes.push(change)
    return okAsync({ key: `${change.kind}/${change.id}`, generation: changes.length })
  }
  return { changes, sync: { receive: receive ?? keep } }
}

/** An application that mounts the router under `/webhook/crm`, after what `prepare` mounts. */
export async function serve(
  options: Partial<CrmWebhooksOptions> & { readonly receive?: Sync['receive'] } = {},
  prepare: (app: Express) => void = () => {},
) {
  const { receive, ...rest } = options
  const logger = recordingLogger()
  const { changes, sync } = intakeOf(receive)
  const app = express()
  prepare(app)
  app.use('/webhook/crm', crmWebhooks({ sync, auth: 'none', logger, ...rest }))
  const served = await listen(app)
  return { ...served, changes, lines: logger.lines, crm: `${served.url}/webhook/crm` }
}
