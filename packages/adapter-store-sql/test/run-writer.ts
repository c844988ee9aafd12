import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { programOf } from '../../../test-support/program-of'

const WRITER = await programOf(new URL('writer.ts', import.meta.url))

/** A running writer process and what it has told so far. */
export interface Writer {
  readonly child: ChildProcess
  readonly acknowledged: readonly string[]
  readonly complaints: readonly string[]
  /** Resolves when it has ended and all it printed was read. */
  readonly ended: Promise<void>
}

/** Starts ./writer.ts in a process of its own. */
export function runWriter(...args: readonly string[]): Writer {
  const child = spawn(process.execPath, [WRITER, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const acknowledged: string[] = []
  const complaints: string[] = []
  createInterface(child.stdout).on('line', (line) => acknowledged.push(line))
  createInterface(child.stderr).on('line', (line) => complaints.push(line))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return { child, acknowledged, complaints, ended }
}
