import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createSandbox, samplePeople } from '@siagh-sync/sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { root, snippetsOf } from './readmes'

const SECRET = 'a-secret-of-the-reader'
const FROM_SOURCE = ['--conditions=@siagh-sync/source', '--import', import.meta.resolve('tsx')]

/** The quick start in a folder of its own, on a port that is free. */
function inFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siagh-sync-quick-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  symlinkSync(join(root, 'tests', 'node_modules'), join(folder, 'node_modules'))
  const code = snippetsOf('README.md')[0]?.code ?? ''
  const listening = code
    .replace('listen(3000', 'listen(0')
    .replace("logger.info('ready')", "logger.info(server.address(), 'ready')")
  expect(listening).not.toBe(code)
  writeFileSync(join(folder, 'server.mjs'), listening)
  return folder
}

async function twoServers() {
  const sandbox = createSandbox()
  const servers = await sandbox.listen()
  onTestFinished(() => servers.close())
  const { siagh, crm } = sandbox
  const settings = {
    SIAGH_URL: servers.siaghUrl,
    SIAGH_USERNAME: siagh.username,
    SIAGH_PASSWORD: siagh.password,
    CRM_URL: servers.crmUrl,
    CRM_USERNAME: crm.username,
    CRM_PASSWORD: crm.password,
    WEBHOOK_SECRET: SECRET,
  }
  return { sandbox, settings }
}

interface Line {
  readonly msg: string
  readonly port?: number
  readonly kind?: string
}

/** Runs the quick start; `until` resolves with the line of its log that says `msg`. */
function start(folder: string, settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [...FROM_SOURCE, 'server.mjs'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...settings },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)))
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines = () =>
    said
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line)
  const line = (msg: string) =>
    expect.poll(() => lines().find((it) => it.msg === msg) ?? said, { timeout: 50_000 }).toMatchObject({ msg })
  return { lines, line, exit, stop: () => child.kill('SIGTERM'), said: () => said }
}

describe('the quick start, run as a reader would', { timeout: 60_000 }, () => {
  it('says ready, brings what a webhook tells into Siagh, logs it, and stops on SIGTERM with 0', async () => {
    const { sandbox, settings } = await twoServers()
    const service = start(inFolder(), settings)
    await service.line('ready')
    const port = service.lines().find(({ msg }) => msg === 'ready')?.port
    sandbox.crm.webhooks.pointAt(`http://127.0.0.1:${port}/webhook/crm?secret=${SECRET}`)
    const id = sandbox.crm.createPerson(samplePeople(1)[0] ?? {})
    const arrived = () => sandbox.siagh.contacts().some(({ tmpid }) => tmpid === id)
    await expect.poll(arrived, { timeout: 20_000 }).toBe(true)
    await expect.poll(() => service.said(), { timeout: 20_000 }).toContain('"outcome":"created"')
    service.stop()
    expect(await service.exit).toBe(0)
    expect(service.lines().at(-1)).toMatchObject({ msg: 'stopped' })
  })

  it.each(['SIAGH_PASSWORD', 'CRM_PASSWORD'])('does not say ready with a wrong %s, but what is wrong', async (name) => {
    const { settings } = await twoServers()
    const service = start(inFolder(), { ...settings, [name]: 'wrong' })
    expect(await service.exit).toBe(1)
    expect(service.lines().at(-1)).toMatchObject({ kind: 'unauthorized', msg: 'not started' })
    expect(service.said()).not.toContain('"ready"')
  })
})
