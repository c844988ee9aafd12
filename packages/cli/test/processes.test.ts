import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { samplePeople } from '@siagh-sync/sandbox'
import { describe, expect, it, onTestFinished } from 'vitest'
import { programOf } from '../../../test-support/program-of'
import { documentOf, openSite, SECRET, type Site } from './run'

const BIN = await programOf(new URL('../src/bin.ts', import.meta.url))

/** The command as a process of its own, as a shell starts it. */
function start({ folder, env }: Site, args: readonly string[], stdout: number | 'pipe' = 'pipe'): ChildProcess {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', stdout, 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function ended(child: ChildProcess) {
  const read = (stream: NodeJS.ReadableStream | null) => (stream?.readable ? text(stream) : '')
  const [[exitCode, signal], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number | null, string | null]>,
    read(child.stdout),
    read(child.stderr),
  ])
  return { exitCode, signal, stdout, stderr }
}

/** Resolves when `stream` has said something that holds `words`. */
async function says(stream: NodeJS.ReadableStream | null, words: string): Promise<string> {
  let said = ''
  if (stream) for await (const chunk of stream) if ((said += String(chunk)).includes(words)) return said
  return said
}

describe('siagh-sync as a process', { timeout: 60_000 }, () => {
  it('works on the file that a running service has open, and the service takes up what it notes', async () => {
    const site = await openSite()
    const { crm, siagh } = site.sandbox
    const service = start(site, ['serve'])
    await says(service.stdout, '/quote')
    const lift = siagh.faults.set('refusal', { operation: 'saveContact' })
    const id = crm.createPerson(samplePeople(1)[0] ?? {})
    expect(await site.run(['sync', 'identity', id])).toMatchObject({ exitCode: 1 })
    // The service catches up when it starts, and is `busy` with it for a moment.
    const caughtUp = async () => (await site.run(['catch-up', '--since', '2000-01-01'])).exitCode
    await expect.poll(caughtUp, { timeout: 20_000 }).toBe(0)
    let status = { failed: 0 }
    while (status.failed === 0) {
      status = documentOf(await site.run(['status', '--json'])).result as typeof status
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    lift()
    expect(await site.run(['retry', id])).toMatchObject({ exitCode: 0, stderr: '' })
    while (siagh.contacts().length === 0) await new Promise((resolve) => setTimeout(resolve, 20))

    service.kill('SIGTERM')
    expect((await once(service, 'exit'))[0]).toBe(0)
    expect((await site.run(['history', id])).stdout).toContain('created')
  })

  it('is not upset by a reader that goes away', async () => {
    const site = await openSite()
    await site.run(['sync', 'identity', site.sandbox.crm.createPerson(samplePeople(1)[0] ?? {})])
    const child = start(site, ['history', '--json'])
    child.stdout?.destroy()
    expect(await ended(child)).toMatchObject({ exitCode: 0, signal: null, stderr: '' })
  })

  it('says that its output could not be written, and that .env cannot be read, without a stack', async () => {
    const site = await openSite()
    const full = openSync('/dev/full', 'w')
    onTestFinished(() => closeSync(full))
    const unwritten = await ended(start(site, ['status'], full))
    expect(unwritten).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/^error The output .*ENOSPC.*\n$/) })
    mkdirSync(join(site.folder, '.env'))
    const unread = await ended(start(site, ['status']))
    expect(unread).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/^error The file \.env .*\n$/) })
  })

  it('ends a service in good order when its terminal is closed', async () => {
    const service = start(await openSite(), ['serve'])
    await says(service.stdout, '/quote')
    service.kill('SIGHUP')
    expect(await once(service, 'exit')).toEqual([0, null])
  })

  it('writes neither colours nor other sequences of a terminal into a pipe', async () => {
    const site = await openSite()
    const { stdout, stderr } = await ended(
      start({ ...site, env: { ...site.env, FORCE_COLOR: '1' } }, ['check', '--verbose']),
    )
    expect(stdout).toContain('siagh login')
    expect(stdout + stderr).not.toContain('\u001B')
    expect(stdout + stderr).not.toContain(SECRET)
  })

  it('stops an import cleanly on Ctrl-C, and says how to go on', async () => {
    const site = await openSite({ contacts: 60 })
    const { crm } = site.sandbox
    crm.faults.latency(50, { operation: 'personCreate' })
    const child = start(site, ['import', '--apply', '--yes', '--concurrency', '2'])
    const end = ended(child)
    while (crm.identities().length < 4) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGINT')
    expect(await end).toMatchObject({
      exitCode: 130,
      stdout: expect.stringContaining('contacts in Siagh'),
      stderr: expect.stringContaining('Run the same command again'),
    })
    crm.faults.clear()
    await site.run(['import', '--apply', '--yes'])
    expect(new Set(crm.identities().map(({ refId }) => refId)).size).toBe(crm.identities().length)
  })

  it('waits for a server that is away, says so, and goes on when it is back', async () => {
    const site = await openSite({ contacts: 20 })
    const { crm, siagh } = site.sandbox
    siagh.faults.set('away')
    const child = start(site, ['import', '--apply', '--yes'])
    const end = ended(child)
    while (crm.requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(child.exitCode).toBeNull()
    siagh.faults.clear()
    expect(await end).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Siagh does not answer') })
    expect(crm.identities().length).toBeGreaterThan(10)
  })
})
