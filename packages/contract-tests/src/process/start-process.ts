import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { OtherProcess } from '../store-under-test'
import type { Reply, Call, ParametersOf, Parts, ValueOf } from './messages'

/** A process that has the store open. */
export interface StoreProcess {
  /** Calls a method in that process. Rejects if the method fails, or if the process ends before it answers. */
  readonly ask: <P extends keyof Parts, M extends string & keyof Parts[P]>(
    part: P,
    method: M,
    ...parameters: ParametersOf<Parts[P][M]>
  ) => Promise<ValueOf<Parts[P][M]>>
  /** Ends the process with `kill -9`. */
  readonly kill: () => Promise<void>
}

/** Starts a process. Resolves when it has opened the store. */
export async function startProcess({ script, place, nodeOptions = [] }: OtherProcess): Promise<StoreProcess> {
  const child = spawn(process.execPath, [...nodeOptions, fileURLToPath(script), JSON.stringify(place)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const waiting = new Map<number, (answer: Reply) => void>()
  const answered = (id: number) => new Promise<Reply>((resolve) => waiting.set(id, resolve))
  const gone = once(child, 'close').then(() => {
    for (const [id, resolve] of waiting) resolve({ id, failure: 'the other process has ended' })
  })
  // If the process is killed, lines that it has not read are lost.
  child.stdin.on('error', () => child.stdin.destroy())
  createInterface(child.stdout).on('line', (line) => {
    const answer = JSON.parse(line) as Reply
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  let calls = 0
  const ask = async (part: string, method: string, ...parameters: readonly unknown[]): Promise<unknown> => {
    calls += 1
    const answer = answered(calls)
    child.stdin.write(`${JSON.stringify({ id: calls, part, method, parameters } satisfies Call)}\n`)
    return valueIn(await answer)
  }
  valueIn(await answered(0))
  return {
    ask: ask as StoreProcess['ask'],
    kill() {
      child.kill('SIGKILL')
      return gone
    },
  }
}

function valueIn({ value, failure }: Reply): unknown {
  if (failure !== undefined) throw new Error(failure)
  return value
}
