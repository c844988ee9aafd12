import process from 'node:process'
import express from 'express'
import { pino } from 'pino'
import { crmWebhooks, healthEndpoints, sharedSecret } from '@siagh-sync/adapter-express'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import { createCrmClient } from '@siagh-sync/crm-client'
import { createSiaghClient } from '@siagh-sync/siagh-client'
import { createSync } from '@siagh-sync/sync-core'

const { SIAGH_URL = '', SIAGH_USERNAME = '', SIAGH_PASSWORD = '', PORT = '3000' } = process.env
const { CRM_URL = '', CRM_USERNAME = '', CRM_PASSWORD = '', WEBHOOK_SECRET = '' } = process.env
const logger = pino()
const siagh = createSiaghClient({ baseUrl: SIAGH_URL, username: SIAGH_USERNAME, password: SIAGH_PASSWORD })
const crm = createCrmClient({ baseUrl: CRM_URL, username: CRM_USERNAME, password: CRM_PASSWORD })
const store = await sqliteStore({ file: 'siagh-sync.db' })
// The numbers of your own Siagh, and not these. Without them, documents are refused.
const numbers = { saleKind: 2, saleModel: 1, salesCentre: 2, paymentKind: 1, intermediary: null, title: 'پیش فاکتور' }
const sync = createSync({ siagh, crm, store, queue: memoryQueue(), logger, rules: { preInvoice: numbers } })

const app = express()
// Your own routes come before and after these: siagh-sync wants two paths of its own, and no more.
app.get('/', (_request, response) => void response.json({ name: 'your app' }))
app.use(healthEndpoints({ sync }))
app.use('/webhook/crm', crmWebhooks({ sync, auth: sharedSecret(WEBHOOK_SECRET), logger }))
// What your app knows of the synchronisation, it knows from `sync`: here how many changes wait and failed.
app.get('/accounting', async (_request, response) => {
  const status = await sync.status()
  status.match(
    ({ pending, failed, inDoubt }) => response.json({ pending, failed, inDoubt }),
    ({ kind }) => response.status(503).json({ error: kind }),
  )
})

const started = await sync.start()
if (started.isErr()) {
  logger.fatal({ kind: started.error.kind }, started.error.message)
  process.exit(1)
}
const server = app.listen(Number(PORT), '127.0.0.1', (error) => {
  if (error) throw error
  logger.info(server.address(), 'ready')
})

const stop = async () => {
  server.close()
  await sync.stop()
  const closed = await store.close()
  if (closed.isErr()) logger.error({ kind: closed.error.kind }, closed.error.message)
  logger.info('stopped')
}
process.once('SIGTERM', () => void stop()).once('SIGINT', () => void stop())
