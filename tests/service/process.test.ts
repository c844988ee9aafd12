import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSandbox, samplePeople, type Sandbox } from '@siagh-sync/sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { until } from '../../test-support/until'
import { environmentFor, secret } from './trial/environment'
import { temporaryFolder } from './trial/start'
import { startProcess } from './trial/start-process'

/** A sandbox, and a service between its servers that handles one record at a time. */
async function twoServers() {
  const sandbox = createSandbox()
  const servers = await sandbox.listen()
  onTestFinished(() => servers.close())
  return { sandbox, environment: { ...environmentFor(sandbox, servers), CONCURRENCY: '1' } }
}

/** Has the CRM send four persons and resolves when the service has called `operation`. Answers how many have arrived. */
async function typeFour({ crm, siagh }: Sandbox, url: string, operation: string): Promise<() => number> {
  crm.webhooks.pointAt(`${url}/webhook/crm?secret=${secret}`)
  const ids = samplePeople(4).map((person) => crm.createPerson(person))
  await crm.webhooks.idle()
  expect(crm.webhooks.deliveries().every(({ status }) => status === 202)).toBe(true)
  const calls = () => [...crm.requests(), ...siagh.requests()]
  await until(`${operation} is called`, () => calls().some((call) => call.operation === operation))
  return () => siagh.contacts().filter(({ tmpid }) => ids.includes(tmpid ?? '')).length
}

it('tells all that is wrong with the environment and exits with 2', { timeout: 90_000 }, async () => {
  const { output, exit } = startProcess(temporaryFolder(), { PORT: 'none', ROLE: 'web' })
  expect(await exit).toBe(2)
  const sentences = output()
    .split('\n')
    .map((line) => line.trim())
  expect(sentences).toContain('siagh.baseUrl (SIAGH_URL) must be set.')
  expect(sentences).toContain('webhook.port (PORT) must be a number.')
  expect(sentences.some((sentence) => sentence.startsWith('store.url (DATABASE_URL) must be set for the role'))).toBe(
    true,
  )
  expect(output()).not.toContain(' at ')
})

it('opens the store that .env names, whatever Windows saved it as', { timeout: 90_000 }, async () => {
  const { environment } = await twoServers()
  const folder = temporaryFolder()
  const lines = Object.entries({ STORE_FILE: 'own.db', ...environment }).map(([name, value]) => `${name}="${value}"`)
  writeFileSync(join(folder, '.env'), Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le'))
  const service = startProcess(folder, {})
  await service.url()
  service.signal('SIGTERM')
  expect(await service.exit).toBe(0)
  expect([existsSync(join(folder, 'own.db')), existsSync(join(folder, 'siagh-sync.db'))]).toEqual([true, false])
})

it('does not start on an .env that cannot be read', { timeout: 90_000 }, async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '.env'), Buffer.from('STORE_FILE=own.db\nCOMPANY=\xc8\xc7', 'latin1'))
  const { output, exit } = startProcess(folder, {})
  expect(await exit).toBe(2)
  expect(output().trim()).toBe(
    `error ${join(folder, '.env')}, line 2: It holds bytes that are no UTF-8. Save the file with the encoding UTF-8.`,
  )
})

it(
  'stops on SIGTERM with 0, however often the signal comes, and the next start finds what it left',
  { timeout: 180_000 },
  async () => {
    const { sandbox, environment } = await twoServers()
    sandbox.siagh.faults.latency(1_500, { operation: 'saveContact' })
    const folder = temporaryFolder()
    const first = startProcess(folder, environment)
    const arrived = await typeFour(sandbox, await first.url(), 'saveContact')
    first.signal('SIGTERM')
    await until('it has heard', () => first.output().includes('"stopping"'))
    first.signal('SIGTERM')
    first.signal('SIGINT')
    expect(await first.exit).toBe(0)
    expect(first.output()).toContain('stopping already')
    expect(first.output()).toContain('"stopped"')
    expect(first.output()).not.toContain(secret)
    expect(arrived()).toBeLessThan(4)
    expect(arrived()).toBeGreaterThan(0)

    sandbox.siagh.faults.clear()
    const second = startProcess(folder, environment)
    await second.url()
    await until('all of them are in Siagh', () => arrived() === 4)
    second.signal('SIGINT')
    expect(await second.exit).toBe(0)
  },
)

it(
  'exits with 1 when the time for a stop is up, and what ran is taken up when its lease expires',
  { timeout: 180_000 },
  async () => {
    const { sandbox, environment } = await twoServers()
    sandbox.crm.faults.latency(20_000, { operation: 'personGet' })
    const folder = temporaryFolder()
    const times = { STOP_SECONDS: '1', LEASE_SECONDS: '2', SWEEP_SECONDS: '1' }
    const first = startProcess(folder, { ...environment, ...times })
    const arrived = await typeFour(sandbox, await first.url(), 'personGet')
    first.signal('SIGTERM')
    expect(await first.exit).toBe(1)
    expect(first.output()).toContain('stopped before everything had ended')

    sandbox.crm.faults.clear()
    const second = startProcess(folder, { ...environment, ...times })
    await second.url()
    await until('all of them are in Siagh', () => arrived() === 4)
    second.signal('SIGTERM')
    expect(await second.exit).toBe(0)
  },
)
