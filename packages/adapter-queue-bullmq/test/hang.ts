import { fork } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import type { BullmqConnection } from '../src'
import { programOf } from '../../../test-support/program-of'

const WORK_AND_HANG = await programOf(new URL('work-and-hang.ts', import.meta.url))

/** How the process of `work-and-hang` is to work. */
export interface Order {
  readonly connection: BullmqConnection
  readonly prefix: string
  readonly lockMs: number
  /** How often it looks for wake-ups of dead workers. Default: `lockMs`. */
  readonly lookEveryMs?: number
  readonly aheadMs?: number
}

/** Starts a process that works on `acme` and hangs over its first wake-up. `said` grows with what it says. */
export async function hang(order: Order) {
  const child = fork(WORK_AND_HANG, [JSON.stringify(order)], { execArgv: [] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: unknown[] = []
  child.on('message', (message) => said.push(message))
  await once(child, 'message')
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { said, kill }
}
