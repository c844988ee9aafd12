import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

// A second or two, but for a machine that has much else to do.
const READY_MS = 180_000
const STOP_MS = 40_000

/** One process of the service. Its log goes on in one file over all its lives. */
export interface AppProcess {
  readonly name: string
  readonly role: 'web' | 'worker'
  readonly url: string
  /** Resolves when it is ready. */
  start(): Promise<void>
  /** `kill -9`. */
  kill(): Promise<unknown>
  /** SIGTERM; resolves with its exit code. */
  terminate(): Promise<number | null>
  /** SIGSTOP and SIGCONT. */
  freeze(): void
  thaw(): void
}

/** What an app process is run with. */
export interface AppOptions {
  readonly name: string
  readonly role: 'web' | 'worker'
  readonly port: number
  /** Where its log goes, and where it runs. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  /** It ended, and nobody had told it to. */
  readonly onCrash: (name: string, how: string) => void
}

const program = new URL('../../../packages/cli/dist/bin.js', import.meta.url).pathname

/** A process of the built `siagh-sync serve` that has not been started. */
export function appProcess({ name, role, port, folder, env, onCrash }: AppOptions): AppProcess {
  const url = `http://127.0.0.1:${String(port)}`
  let child: ChildProcess | undefined
  let isToEnd = false

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child?.exitCode !== null || child.signalCode !== null) return null
    isToEnd = true
    const exit = once(child, 'exit', { signal: AbortSignal.timeout(STOP_MS) }) as Promise<[number | null]>
    child.kill(signal)
    return (await exit)[0]
  }

  return {
    name,
    role,
    url,
    async start() {
      isToEnd = false
      const log = openSync(join(folder, `${name}.log`), 'a')
      const own = { ROLE: role, HOST: '127.0.0.1', PORT: String(port) }
      child = spawn(process.execPath, [program, 'serve'], {
        cwd: folder,
        env: { ...process.env, ...env, ...own },
        stdio: ['ignore', log, log],
      })
      closeSync(log)
      endWithThisProcess(child)
      child.on('exit', (code, signal) => {
        if (!isToEnd) onCrash(name, signal ?? `exit code ${String(code)}`)
      })
      await becomesReady(url, child, name)
    },
    kill: () => end('SIGKILL'),
    terminate: () => end('SIGTERM'),
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  }
}

/** Whatever ends this process ends that one, but for `kill -9` of this one. */
function endWithThisProcess(child: ChildProcess): void {
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
}

async function becomesReady(url: string, child: ChildProcess, name: string): Promise<void> {
  const deadline = Date.now() + READY_MS
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`${name} ended before it was ready: see its log`)
    if (await isReady(url)) return
    await sleep(100)
  }
  throw new Error(`${name} was not ready in ${String(READY_MS / 1_000)} s: see its log`)
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false // it does not listen yet
  }
}
