import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { programOf } from '../../../test-support/program-of'
import { recordOutput } from '../../../test-support/test-record'
import { until } from '../../../test-support/until'

const BIN = await programOf(new URL('../../../packages/cli/src/bin.ts', import.meta.url))

/** The service as a process of its own. */
export interface ServiceProcess {
  /** All that it has written so far, to either stream. */
  readonly output: () => string
  /** Its exit code, or the signal that ended it. */
  readonly exit: Promise<number | string>
  /** Where it listens, once it does; rejects with what it wrote where it ends before that. */
  readonly url: () => Promise<string>
  readonly signal: (name: NodeJS.Signals) => void
}

/** Starts `siagh-sync serve`, built from its sources, in `folder`, with `environment` alone. It ends with the test at the latest. */
export function startProcess(folder: string, environment: NodeJS.ProcessEnv): ServiceProcess {
  const child = spawn(process.execPath, [BIN, 'serve'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)))
  const exit = once(child, 'close').then(([code, signal]: unknown[]) => {
    // The parameter's name is also the password of the simulated CRM.
    recordOutput(text.replaceAll('?secret=', '?'))
    return typeof code === 'number' ? code : String(signal)
  })
  const urlIn = () => /"url":"([^"]+)"/.exec(text)?.[1]
  return {
    output: () => text,
    exit,
    async url() {
      const hasEnded = () => child.exitCode !== null || child.signalCode !== null
      await until('the service listens', () => urlIn() !== undefined || hasEnded(), { limitMs: 60_000 })
      const url = urlIn()
      if (url === undefined) throw new Error(`the service ended: ${text}`)
      return url
    },
    signal: (name) => void child.kill(name),
  }
}
