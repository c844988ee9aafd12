import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Ask, Commands, Reply } from './commands'

const PATIENCE_MS = 300_000

const running = new Set<ChildProcess>()

/** Ends every child. What was asked of them rejects, so that whoever lent something takes it back. */
export function endChildren(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** A process of its own that does what it is asked. */
export interface Child<C extends Commands> {
  /** Rejects when the command fails, when the process ends, and after five minutes. */
  ask<Name extends keyof C & string>(name: Name, ...args: Parameters<C[Name]>): Promise<Awaited<ReturnType<C[Name]>>>
  stop(): Promise<void>
}

/** Starts `file`, which has to call `answerParent`, under the same loader as this process and with further flags of Node. */
export function startChild<C extends Commands>(file: URL, flags: readonly string[] = []): Child<C> {
  const child = fork(file, { execArgv: [...process.execArgv, ...flags] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const waiting = listenTo(child)
  let asked = 0
  return {
    ask(name, ...args) {
      const id = (asked += 1)
      const ask: Ask = { id, name, args }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${name} took too long`)), PATIENCE_MS)
        const done = () => {
          clearTimeout(timer)
          waiting.delete(id)
        }
        waiting.set(id, {
          resolve(answer) {
            done()
            resolve(answer as Awaited<ReturnType<C[typeof name]>>)
          },
          reject(reason) {
            done()
            reject(reason)
          },
        })
        child.send(ask, (error) => {
          if (error) waiting.get(id)?.reject(error)
        })
      })
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      if (child.connected) child.disconnect()
      await exit
    },
  }
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (reason: Error) => void
}

function listenTo(child: ChildProcess): Map<number, Waiting> {
  const waiting = new Map<number, Waiting>()
  child.on('message', (reply: Reply) => {
    const ask = waiting.get(reply.id)
    if ('failure' in reply) ask?.reject(new Error(reply.failure))
    else ask?.resolve(reply.answer)
  })
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the child process ended with code ${String(code)}`))
  })
  return waiting
}
