import { createServer } from 'node:http'
import { join } from 'node:path'
import { listen } from '@siagh-sync/service/http'
import { createSandbox, samplePeople, sampleSite } from '@siagh-sync/sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { openStage } from '../../demo/src/stage'
import { until } from '../../test-support/until'
import { environmentFor } from './trial/environment'
import { start, temporaryFolder } from './trial/start'
import { expectOk } from '../../test-support/results'

const environmentIn = (folder: string, others: NodeJS.ProcessEnv = {}) => ({
  SIAGH_URL: 'http://127.0.0.1:9',
  SIAGH_USERNAME: 'user',
  SIAGH_PASSWORD: 'word',
  CRM_URL: 'http://127.0.0.1:9',
  CRM_USERNAME: 'user',
  CRM_PASSWORD: 'word',
  WEBHOOK_SECRET: 'a-secret-of-16-c',
  PORT: '0',
  STORE_FILE: join(folder, 'store.db'),
  ...others,
})

it('brings a person from the CRM to Siagh, by a webhook over HTTP', async () => {
  const stage = await openStage()
  onTestFinished(() => stage.close())
  const { crm, siagh } = stage.sandbox
  const id = crm.createPerson(samplePeople(1)[0] ?? {})
  await until('the contact is there', () => siagh.contacts().some(({ tmpid }) => tmpid === id))
  await crm.webhooks.idle()
  expect(crm.webhooks.deliveries().map(({ status }) => status)).toEqual([202, 202])
})

it('takes no webhook without the secret', async () => {
  const stage = await openStage()
  onTestFinished(() => stage.close())
  const id = '2b1f0c6e-0000-4000-8000-000000000001'
  const { status } = await fetch(`${stage.service.url}/webhook/crm/identity?secret=wrong&event=Update&id=${id}`)
  expect(status).toBe(401)
  expect(expectOk(await stage.sync.status())).toMatchObject({ pending: 0 })
})

it.each([
  ['SIAGH_PASSWORD', 'Siagh refuses user or password: correct SIAGH_USERNAME and SIAGH_PASSWORD, and start again'],
  ['CRM_PASSWORD', 'the CRM refuses user or password: correct CRM_USERNAME and CRM_PASSWORD, and start again'],
])('tells at its start that %s is wrong', async (name, sentence) => {
  const sandbox = createSandbox()
  const servers = await sandbox.listen()
  onTestFinished(() => servers.close())
  const environment = { ...environmentFor(sandbox, servers), [name]: 'not-the-password' }
  const { logger } = await start(environmentIn(temporaryFolder(), environment))
  await until('the log says so', () => logger.lines.some(({ message }) => message === sentence))
  expect(JSON.stringify(logger.lines)).not.toContain('not-the-password')
})

it('warns at its start while rules of pre-invoices are not set', async () => {
  const unset = ['saleKind', 'saleModel', 'salesCentre', 'paymentKind', 'intermediary', 'title']
  const { logger } = await start(environmentIn(temporaryFolder()))
  expect(logger.lines).toContainEqual({
    level: 'warn',
    fields: { company: 'default', unset: unset.map((name) => `preInvoice.${name}`) },
    message: 'rules are not set: documents are refused, and contacts go to Siagh',
  })
  const site = await start(environmentIn(temporaryFolder(), sampleSite.environment))
  expect(site.logger.lines.filter(({ fields }) => 'unset' in fields)).toEqual([])
})

it('says in one sentence that its port is taken, and can be started on the same store afterwards', async () => {
  const folder = temporaryFolder()
  const other = createServer()
  const PORT = new URL(expectOk(await listen(other, '127.0.0.1', 0))).port
  onTestFinished(() => void other.close())
  const sentence = `HOST 127.0.0.1, PORT ${PORT} cannot be listened on: another program listens there.`
  await expect(start(environmentIn(folder, { PORT }))).rejects.toThrow(sentence)

  const service = await start(environmentIn(folder))
  await service.stop()
})

it('says in one sentence that the folder of its store is missing', async () => {
  const STORE_FILE = join(temporaryFolder(), 'missing', 'store.db')
  await expect(start(environmentIn('', { STORE_FILE }))).rejects.toThrow(
    /^store\.file \(STORE_FILE\) cannot be used: .*missing is not there/,
  )
})

it('is not ready as soon as it has to stop, and takes webhooks until the drain is over', async () => {
  const service = await start(environmentIn(temporaryFolder(), { DRAIN_SECONDS: '1' }))
  const id = '2b1f0c6e-0000-4000-8000-000000000001'
  const webhook = `${service.url}/webhook/crm/identity?secret=a-secret-of-16-c&event=Update&type=Identity&id=${id}`
  const readyz = `${service.url}/readyz`
  expect((await fetch(readyz)).status).toBe(200)
  const stopped = service.stop()
  expect((await fetch(readyz)).status).toBe(503)
  const taken = await fetch(webhook)
  expect([taken.status, taken.headers.get('connection')]).toEqual([202, 'close'])
  expect((await fetch(`${service.url}/livez`)).status).toBe(200)
  await stopped
  await expect(fetch(webhook)).rejects.toThrow()
})

it('warns once of a lease that is too short for a write to arrive', async () => {
  const warningsOf = async (LEASE_SECONDS: string, rules = {}) => {
    const service = await start(environmentIn(temporaryFolder(), { LEASE_SECONDS }), rules)
    await service.stop()
    return service.logger.lines.filter(({ level, message }) => level === 'warn' && message.includes('LEASE_SECONDS'))
  }
  expect(await warningsOf('59')).toMatchObject([{ fields: { leaseMs: 59_000, enoughMs: 60_000 } }])
  expect(await warningsOf('60')).toEqual([])
  expect(await warningsOf('2', { retry: { afterUnknownWriteMs: 1_000 } })).toEqual([])
})

it('answers what it was asked before it stops', async () => {
  const service = await start(environmentIn(temporaryFolder()))
  const id = '2b1f0c6e-0000-4000-8000-000000000001'
  const url = `${service.url}/webhook/crm/identity?secret=a-secret-of-16-c&event=Update&type=Identity&id=${id}`
  const answers = Array.from({ length: 20 }, () => fetch(url).then(({ status }) => status))
  await Promise.race(answers)
  await service.stop()
  const statuses = (await Promise.allSettled(answers)).map((end) =>
    end.status === 'fulfilled' ? end.value : 'refused',
  )
  expect(statuses.every((status) => status === 202 || status === 'refused')).toBe(true)
  await expect(fetch(url)).rejects.toThrow()
})
