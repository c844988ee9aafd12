import { postgres, redis } from '@siagh-sync/backends'
import { createSandbox, samplePeople } from '@siagh-sync/sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { compareServers } from '../../demo/src/compare-servers'
import { pause, until } from '../../test-support/until'
import { start, temporaryFolder } from './trial/start'
import { editSteadily } from './trial/edit-steadily'
import { environmentFor, secret } from './trial/environment'
import { longestWait } from './trial/longest-wait'
import { operatorAt } from './trial/operator'
import { ask, ownPlace } from './trial/own-place'
import { startProcess } from './trial/start-process'

const LEASE_SECONDS = 30

const databaseUrl = (await postgres()).url
const redisUrl = (await redis()).url

interface Running {
  readonly url: string
  /** As SIGTERM does it. Rejects where the stop is not orderly. */
  stop(): Promise<unknown>
}

async function asProcess(environment: NodeJS.ProcessEnv): Promise<Running> {
  const service = startProcess(temporaryFolder(), environment)
  return {
    url: await service.url(),
    async stop() {
      service.signal('SIGTERM')
      expect(await service.exit, service.output()).toBe(0)
      expect(service.output()).not.toContain(secret)
    },
  }
}

async function inThisProcess(environment: NodeJS.ProcessEnv): Promise<Running> {
  const service = await start(environment)
  return { ...service, stop: async () => expect(await service.stop()).toEqual([]) }
}

it.each([
  { how: 'processes, with the queue on Redis', start: asProcess, queueUrl: redisUrl, count: 2 },
  { how: 'services, with the queue in the same PostgreSQL', start: inThisProcess, queueUrl: databaseUrl, count: 3 },
])('a rolling restart under load loses, doubles and delays nothing: $how', { timeout: 240_000 }, async (trial) => {
  const sandbox = createSandbox()
  const servers = await sandbox.listen()
  onTestFinished(() => servers.close())
  for (const side of [sandbox.crm, sandbox.siagh]) side.faults.latency(20)
  const place = ownPlace(databaseUrl, trial.queueUrl)
  const environment = {
    ...environmentFor(sandbox, servers),
    ...place,
    CONCURRENCY: '2',
    LEASE_SECONDS: String(LEASE_SECONDS),
  }

  const web = await trial.start({ ...environment, ROLE: 'web' })
  const startWorker = () => trial.start({ ...environment, ROLE: 'worker', WEBHOOK_SECRET: '' })
  let workers = await Promise.all(Array.from({ length: trial.count }, startWorker))
  const before = sandbox.siagh.contacts()
  sandbox.crm.webhooks.pointAt(`${web.url}/webhook/crm?secret=${secret}`)
  sandbox.crm.webhooks.set({ duplicates: 0.1, reordering: 0.1 })
  const ids = samplePeople(40).map((person) => sandbox.crm.createPerson(person))
  const editor = editSteadily(sandbox, ids, 50)

  const stops: number[] = []
  for (let turn = 0; turn < trial.count; turn += 1) {
    await pause(500)
    const [oldest, ...others] = workers
    if (oldest) await until('it is at work', async () => (await operatorAt(oldest.url).status()).running > 0)
    stops.push(Date.now())
    await oldest?.stop()
    workers = [...others, await startWorker()]
  }
  await editor.stop()
  const operator = operatorAt(web.url)
  await until('all is handled', async () => (await operator.status()).pending === 0, { limitMs: 60_000 })

  const runs = await operator.history()
  const { crm, siagh } = sandbox
  const books = {
    identities: crm.identities(),
    documents: crm.documents(),
    contacts: siagh.contacts(),
    preInvoices: siagh.preInvoices(),
  }
  expect(compareServers(books, before)).toEqual({ differences: [], doubles: 0 })
  // A worker that has just started catches up, and what it notes may have come after the look above.
  await until('nothing waits', async () => (await operator.status()).pending === 0, { limitMs: 60_000 })
  expect((await operator.status()).failed).toBe(0)
  expect(crm.webhooks.deliveries().filter(({ status }) => status !== 202)).toEqual([])
  expect(longestWait(editor.acknowledged, runs)).toBeLessThan(LEASE_SECONDS * 1_000)
  // The workers had something to end when they were told to stop.
  const underWay = stops.map((at) => runs.filter((run) => run.at <= at && at < run.at + run.durationMs).length)
  expect(Math.max(...underWay)).toBeGreaterThan(0)

  for (const service of [...workers, web]) await service.stop()
  const held = `SELECT * FROM ${place['DATABASE_SCHEMA'] ?? ''}.lease WHERE expires_at > extract(epoch FROM now()) * 1000`
  expect(await ask(databaseUrl, held)).toEqual([])
})
