import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { programOf } from '../../../test-support/program-of'

const CLI = await programOf(new URL('../src/cli.ts', import.meta.url))

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [CLI, ...args])
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function run(args: readonly string[]) {
  const child = start(args)
  const [[exitCode], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ])
  return { exitCode, stdout, stderr }
}

describe('siagh-sync-sandbox', { timeout: 60_000 }, () => {
  it('calls itself by its name', async () => {
    const { exitCode, stdout } = await run(['--help'])
    expect([exitCode, stdout.includes('  siagh-sync-sandbox [options]')]).toEqual([0, true])
  })

  it.each([
    [['--siagh-port', 'x'], '--siagh-port must be a whole number, not "x".'],
    [['--crm-port', '99999'], '--crm-port must be a port, at most 65535, not "99999".'],
    [['--webhook', 'nowhere'], '--webhook must be an address such as'],
    [['--replay', import.meta.dirname], 'holds no recording: no file siagh-….json or crm-….json.'],
    [['--unknown'], "Unknown option '--unknown'"],
  ])('says what is wrong with %j, and where to look', async (args, sentence) => {
    const { exitCode, stdout, stderr } = await run(args)
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^siagh-sync-sandbox: .*\nsiagh-sync-sandbox --help lists the options\.\n$/)
    expect(stderr).toContain(sentence)
  })

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const { exitCode, stderr } = await run(['--siagh-port', '0', '--crm-port', '0', '--control-port', String(port)])
    expect(exitCode).toBe(1)
    expect(stderr).toContain(`siagh-sync-sandbox: another program uses port ${port}.`)
  })

  it('runs until it gets a signal', async () => {
    const child = start(['--siagh-port', '0', '--crm-port', '0', '--control-port', '0'])
    for await (const said of child.stdout) if (String(said).includes('Ctrl-C stops it')) break
    child.kill('SIGTERM')
    expect((await once(child, 'exit'))[0]).toBe(0)
  })
})
