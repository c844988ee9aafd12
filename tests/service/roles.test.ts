import { postgres, redis } from '@siagh-sync/backends'
import { createSandbox, samplePeople } from '@siagh-sync/sandbox'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { noteSecret } from '../../test-support/test-record'
import { until } from '../../test-support/until'
import { start as startOn } from './trial/start'
import { environmentFor, secret } from './trial/environment'
import { createGate, type Gate } from '../../test-support/gate'
import { operatorAt } from './trial/operator'
import { ownPlace } from './trial/own-place'

const databaseUrl = (await postgres()).url
const redisUrl = (await redis()).url

/** The address with a password in it that the server does not ask for. */
function withPassword(address: string, password: string): string {
  noteSecret(password)
  const url = new URL(address)
  url.password = password
  return url.href
}

const statusOf = async (url: string) => (await fetch(url)).status

describe('web and worker apart, on one PostgreSQL and a Redis that comes and goes', () => {
  const sandbox = createSandbox()
  let gate: Gate
  let environment: NodeJS.ProcessEnv

  beforeEach(async () => {
    const servers = await sandbox.listen()
    onTestFinished(() => servers.close())
    gate = await createGate(redisUrl)
    onTestFinished(() => gate.shut())
    environment = {
      ...environmentFor(sandbox, servers),
      ...ownPlace(withPassword(databaseUrl, 'database-word'), redisUrl),
      QUEUE_URL: withPassword(gate.url, 'queue-word'),
      SWEEP_SECONDS: '1',
      DRAIN_SECONDS: '0',
    }
  })

  const start = (ROLE: 'web' | 'worker') => startOn({ ...environment, ROLE })

  /** Has the CRM send one more person. Resolves when the webhook has been answered. */
  async function typeOne(url: string) {
    sandbox.crm.webhooks.pointAt(`${url}/webhook/crm?secret=${secret}`)
    const id = sandbox.crm.createPerson(samplePeople(sandbox.crm.identities().length + 1).at(-1) ?? {})
    await sandbox.crm.webhooks.idle()
    return () => sandbox.siagh.contacts().some(({ tmpid }) => tmpid === id)
  }

  it('goes on taking webhooks and handles them all once Redis is there', { timeout: 60_000 }, async () => {
    // Redis is not there yet.
    const web = await start('web')
    const worker = await start('worker')
    const first = await typeOne(web.url)
    expect(sandbox.crm.webhooks.deliveries().map(({ status }) => status)).toEqual([202, 202])
    expect(await statusOf(`${web.url}/readyz`)).toBe(200)
    expect(await statusOf(`${worker.url}/readyz`)).toBe(503)
    expect(await statusOf(`${worker.url}/livez`)).toBe(200)
    expect(await operatorAt(web.url).status()).toMatchObject({ pending: 1, running: 0 })

    await gate.open()
    await until('the first has arrived', first)
    expect(await statusOf(`${worker.url}/readyz`)).toBe(200)

    // Redis goes away again, and comes back.
    await gate.shut()
    const second = await typeOne(web.url)
    expect(sandbox.crm.webhooks.deliveries().every(({ status }) => status === 202)).toBe(true)
    expect(await statusOf(`${worker.url}/livez`)).toBe(200)
    expect(second()).toBe(false)
    await gate.open()
    await until('the second has arrived', second)
    await until('nothing is left', async () => (await operatorAt(worker.url).status()).pending === 0)
    expect(await operatorAt(worker.url).status()).toMatchObject({ failed: 0 })

    const lines = JSON.stringify([web.logger.lines, worker.logger.lines])
    expect(lines).not.toMatch(/database-word|queue-word/)
  })

  it('stops in time while Redis is away', { timeout: 30_000 }, async () => {
    await gate.open()
    const worker = await start('worker')
    await until('it is ready', async () => (await statusOf(`${worker.url}/readyz`)) === 200)
    await gate.shut()
    await worker.stop()
  })

  it('has no webhooks where it is a worker, and no workers where it is a web', { timeout: 60_000 }, async () => {
    await gate.open()
    const web = await start('web')
    const worker = await start('worker')
    await worker.stop()
    const arrived = await typeOne(web.url)
    const again = await start('worker')
    expect(await statusOf(`${again.url}/webhook/crm/identity?secret=${secret}&event=Update&id=1`)).toBe(404)
    await until('it has arrived', arrived)
    // The contact is in Siagh before the run is in the journal.
    const runs = () => operatorAt(again.url).history()
    await until('a run is in the history', async () => (await runs()).length > 0)
    expect(await runs()).toHaveLength(1)
  })
})
