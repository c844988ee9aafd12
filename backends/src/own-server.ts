import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { guard, type Guard } from './guard'
import type { User } from './ordinary-user'

/** A server that was started here, on a port of the loopback and in a temporary folder of its own. One call at a time. */
export interface OwnServer {
  /** Where it answers, now and after every restart. */
  readonly url: string
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>
  /** Ends it in order. Its data stay. */
  stop(): Promise<void>
  /** Once more, on the same port and the same data. Resolves when it answers. */
  start(): Promise<void>
  /** Ends it and removes its folder. The end of this process does so, too, a moment later. */
  dispose(): Promise<void>
}

/** How a kind of server is run. */
export interface Recipe {
  readonly name: string
  readonly url: string
  readonly folder: string
  readonly program: string
  readonly args: readonly string[]
  /** Beside the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
  readonly user: User
  readonly orderly: NodeJS.Signals
  readonly atOnce: 'QUIT' | 'KILL'
  /** Whether it takes work. */
  readonly answers: () => Promise<boolean>
}

const PATIENCE_MS = 30_000
// PostgreSQL does not start while the processes of a killed one still end.
const AGAIN_MS = 5_000

/** Runs a server by its recipe. Rejects with the end of its log where it does not come up, and leaves nothing behind then. */
export async function ownServer(recipe: Recipe): Promise<OwnServer> {
  const guarded = guard(recipe.folder, recipe.atOnce)
  let child: ChildProcess | undefined
  let disposed = false

  const end = async (signal: NodeJS.Signals) => {
    if (child !== undefined) await endOf(child, signal)
    child = undefined
    if (!disposed) guarded.forget()
  }
  const start = async () => {
    if (child === undefined || hasEnded(child)) child = await comeUp(recipe, guarded)
  }
  const dispose = async () => {
    if (disposed) return
    await end(recipe.orderly)
    disposed = true
    await guarded.end()
  }

  await start().catch(async (error: unknown) => {
    await dispose()
    throw error
  })
  return { url: recipe.url, start, kill: () => end('SIGKILL'), stop: () => end(recipe.orderly), dispose }
}

async function comeUp(recipe: Recipe, guarded: Guard): Promise<ChildProcess> {
  const giveUp = Date.now() + AGAIN_MS
  for (;;) {
    const child = run(recipe)
    if (child.pid !== undefined) guarded.watch(child.pid)
    if (await takesWork(child, recipe)) return child
    await endOf(child, 'SIGKILL')
    guarded.forget()
    if (Date.now() > giveUp) throw new Error(`${recipe.name} does not start: ${lastLines(recipe.folder)}`)
    await sleep(200)
  }
}

async function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return
  child.ref()
  const exit = once(child, 'exit', { signal: AbortSignal.timeout(PATIENCE_MS) })
  child.kill(signal)
  await exit
}

function run({ program, args, env: own = {}, folder, user }: Recipe): ChildProcess {
  const log = openSync(join(folder, 'log'), 'a')
  const env = { ...process.env, ...own, LC_ALL: 'C' }
  const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: ['ignore', log, log], ...user })
  closeSync(log)
  child.on('error', () => undefined) // seen as a process without a number
  child.unref()
  return child
}

async function takesWork(child: ChildProcess, { answers }: Recipe): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS
  while (!hasEnded(child) && Date.now() < deadline) {
    if (await answers()) return !hasEnded(child)
    await sleep(25)
  }
  return false
}

const hasEnded = ({ pid, exitCode, signalCode }: ChildProcess) =>
  pid === undefined || exitCode !== null || signalCode !== null

const lastLines = (folder: string) => readFileSync(join(folder, 'log'), 'utf8').trim().split('\n').slice(-5).join('; ')
