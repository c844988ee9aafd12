import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createSandbox, samplePeople } from '@siagh-sync/sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { recordOutput } from '../../../test-support/test-record'
import { until } from './demo/until'

const main = resolve(import.meta.dirname, 'main.ts')
const tsx = import.meta.resolve('tsx')
const secret = 'a-secret-of-16-c'

/** The service as a process of its own, in a folder of its own. */
function start(folder: string, environment: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, ['--conditions=@siagh-sync/source', '--import', tsx, main], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
  })
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output.text += String(chunk)))
  const exit = once(child, 'exit').then(([code]) => {
    recordOutput(output.text)
    return Number(code)
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, output, exit }
}

async function urlOf({ output, child }: { output: { text: string }; child: ChildProcess }): Promise<string> {
  await until('it listens', () => /"url":"[^"]+"/.test(output.text) || child.exitCode !== null, { limitMs: 60_000 })
  return /"url":"([^"]+)"/.exec(output.text)?.[1] ?? `it ended: ${output.text}`
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-main-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

it('tells all that is wrong with the environment and exits with 1', { timeout: 90_000 }, async () => {
  const { output, exit } = start(temporaryFolder(), { PORT: 'none' })
  expect(await exit).toBe(1)
  expect(output.text.trim().split('\n')).toContain('SIAGH_URL must be set.')
  expect(output.text).toContain('PORT must be a number.')
  expect(output.text).not.toContain(' at ')
})

it('stops on SIGTERM with 0, and the next start finds what it left', { timeout: 180_000 }, async () => {
  const sandbox = createSandbox()
  const servers = await sandbox.listen()
  onTestFinished(() => servers.close())
  const { crm, siagh } = sandbox
  const folder = temporaryFolder()
  const environment = {
    SIAGH_URL: servers.siaghUrl,
    SIAGH_USERNAME: siagh.username,
    SIAGH_PASSWORD: siagh.password,
    CRM_URL: servers.crmUrl,
    CRM_USERNAME: crm.username,
    CRM_PASSWORD: crm.password,
    WEBHOOK_SECRET: secret,
    PORT: '0',
    CONCURRENCY: '1',
  }
  siagh.faults.latency(1_500, { operation: 'saveContact' })
  const first = start(folder, environment)
  crm.webhooks.pointAt(`${await urlOf(first)}/webhook/crm?secret=${secret}`)
  const ids = samplePeople(4).map((person) => crm.createPerson(person))
  const arrived = () => siagh.contacts().filter(({ tmpid }) => ids.includes(tmpid ?? '')).length
  await crm.webhooks.idle()
  expect(crm.webhooks.deliveries().every(({ status }) => status === 202)).toBe(true)

  await until('a contact is being saved', () => siagh.requests().some(({ operation }) => operation === 'saveContact'))
  first.child.kill('SIGTERM')
  expect(await first.exit).toBe(0)
  expect(first.output.text).toContain('stopped')
  expect(first.output.text).not.toContain(secret)
  const left = 4 - arrived()
  expect(left).toBeGreaterThan(0)

  siagh.faults.clear()
  const second = start(folder, environment)
  await urlOf(second)
  await until('all of them are in Siagh', () => arrived() === 4)
  second.child.kill('SIGTERM')
  expect(await second.exit).toBe(0)
})
