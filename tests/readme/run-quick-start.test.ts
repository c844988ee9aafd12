import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { createSandbox, samplePeople } from '@siagh-sync/sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { programOf } from '../../test-support/program-of'
import { environmentFor, secret } from '../service/trial/environment'
import { root, snippetsOf } from './readmes'

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
  const settings = environmentFor(sandbox, servers)
  return { sandbox, settings }
}

interface Line {
  readonly msg: string
  readonly port?: number
  readonly kind?: string
}

/** Runs a program of one file; `line` resolves with the line of its log that says `msg`. */
async function start(folder: string, settings: NodeJS.ProcessEnv, program = join(folder, 'server.mjs')) {
  const child = spawn(process.execPath, [await programOf(pathToFileURL(program))], {
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

const EXAMPLE = join(root, 'examples/express-app/src/server.ts')

describe('the quick start, run as a reader would', { timeout: 60_000 }, () => {
  it.each([
    { what: 'the quick start', program: undefined },
    { what: 'the example app', program: EXAMPLE },
  ])('$what says ready, brings what a webhook tells into Siagh, logs it, and stops on SIGTERM with 0', async (run) => {
    const { sandbox, settings } = await twoServers()
    const service = await start(inFolder(), { ...settings, PORT: '0' }, run.program)
    await service.line('ready')
    const port = service.lines().find(({ msg }) => msg === 'ready')?.port
    sandbox.crm.webhooks.pointAt(`http://127.0.0.1:${port}/webhook/crm?secret=${secret}`)
    const id = sandbox.crm.createPerson(samplePeople(1)[0] ?? {})
    const arrived = () => sandbox.siagh.contacts().some(({ tmpid }) => tmpid === id)
    await expect.poll(arrived, { timeout: 20_000 }).toBe(true)
    await expect.poll(() => service.said(), { timeout: 20_000 }).toContain('"outcome":"created"')
    if (run.program === EXAMPLE) {
      expect(await (await fetch(`http://127.0.0.1:${port}/`)).json()).toEqual({ name: 'your app' })
      expect(await (await fetch(`http://127.0.0.1:${port}/accounting`)).json()).toMatchObject({ failed: 0, inDoubt: 0 })
    }
    service.stop()
    expect(await service.exit).toBe(0)
    expect(service.lines().at(-1)).toMatchObject({ msg: 'stopped' })
  })

  it.each(['SIAGH_PASSWORD', 'CRM_PASSWORD'])('does not say ready with a wrong %s, but what is wrong', async (name) => {
    const { settings } = await twoServers()
    const service = await start(inFolder(), { ...settings, [name]: 'wrong' })
    expect(await service.exit).toBe(1)
    expect(service.lines().at(-1)).toMatchObject({ kind: 'unauthorized', msg: 'not started' })
    expect(service.said()).not.toContain('"ready"')
  })
})
