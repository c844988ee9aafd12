import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Measure, Scenario } from '../measure'
import { median } from '../rounds'
import { withTemporaryFolder } from '../temporary-folder'
import { install, type Installation } from './install'
import { startCommand } from './start-command'

const MB = 1_000_000
const STARTS = 15
// Long after the first catch-up, which finds nothing.
const IDLE_MS = 15_000

/** What the command line takes of a machine: on the disk, in memory while nothing happens, and until it answers. */
export const measureCommandLine: Scenario = ({ rounds, tell }) =>
  withTemporaryFolder(async (folder) => {
    tell('packing, and installing with npm')
    const installation = await install(folder)
    return [sizeOf(installation), await measureVersion(installation, rounds), await measureIdle(installation, tell)]
  })

function sizeOf({ bytes, packages }: Installation): Measure {
  return {
    what: 'MB on the disk of an installed command line',
    value: bytes / MB,
    goal: { atMost: 45 },
    detail: `${packages} packages, from a tarball with npm`,
  }
}

async function measureVersion({ program }: Installation, rounds: number): Promise<Measure> {
  const seconds: number[] = []
  for (let start = 0; start < STARTS * rounds; start += 1) {
    const startedAt = performance.now()
    await promisify(execFile)(process.execPath, [program, '--version'])
    seconds.push((performance.now() - startedAt) / 1_000)
  }
  return {
    what: 'seconds until siagh-sync --version has answered',
    value: median(seconds),
    goal: { atMost: 0.15 },
    detail: `median of ${seconds.length} starts; ${Math.min(...seconds).toFixed(3)} to ${Math.max(...seconds).toFixed(3)}`,
  }
}

async function measureIdle({ program }: Installation, tell: (text: string) => void): Promise<Measure> {
  const cwd = join(program, '..', 'idle')
  await mkdir(cwd)
  const ports = ['--siagh-port', '0', '--crm-port', '0', '--control-port', '0']
  const sandbox = await startCommand<{ readonly environment: Readonly<Record<string, string>> }>({
    program,
    args: ['sandbox', ...ports],
    cwd,
  })
  try {
    const serve = await startCommand({
      program,
      args: ['serve'],
      cwd,
      env: { ...sandbox.result.environment, PORT: '0' },
    })
    tell('the service has nothing to do')
    await sleep(IDLE_MS)
    const resident = await serve.resident()
    await serve.stop()
    return {
      what: 'MB resident of an idle service',
      value: resident / MB,
      goal: { atMost: 90 },
      detail: `Node ${process.version}, which alone, doing nothing, has ${(await emptyResident()).toFixed(0)}`,
    }
  } finally {
    await sandbox.stop()
  }
}

/** MB that Node itself has resident before it has loaded anything. */
async function emptyResident(): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-p', 'process.memoryUsage.rss()'])
  return Number(stdout) / MB
}
