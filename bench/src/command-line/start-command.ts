import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'

/** A command that goes on until it is stopped. */
export interface RunningCommand<Result> {
  /** What its `--json` document holds. */
  readonly result: Result
  /** Bytes that it has resident. */
  resident(): Promise<number>
  stop(): Promise<void>
}

interface Start {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** Starts a command of the command line with `--json`; resolves when it has printed its document. Rejects where it ends before. */
export async function startCommand<Result>({ program, args, cwd, env }: Start): Promise<RunningCommand<Result>> {
  const child = spawn(process.execPath, [program, ...args, '--json'], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let printed = ''
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += String(chunk)
    if (printed.endsWith('\n}\n')) break
  }
  if (child.pid === undefined || printed === '') throw new Error(`siagh-sync ${args.join(' ')} said nothing`)
  const { pid } = child
  const { result } = JSON.parse(printed) as { readonly result: Result }
  return {
    result,
    async resident() {
      const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
      return Number(stdout) * 1_024
    },
    async stop() {
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}
