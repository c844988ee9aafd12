import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { loadEnvironment } from '@siagh-sync/service/env-file'
import type { Io } from '../../packages/cli/src/io'
import { runCli } from '../../packages/cli/src/run-cli'
import { openTerminal } from './terminal'
import { until } from './until'
import { expectOk } from '../../test-support/results'

/** What a command left on its terminal. */
export interface Ran {
  readonly text: string
  readonly exitCode: number
}

/** What the document calls something that is elsewhere in the test. */
export interface Place {
  readonly shown: string
  readonly real: string
}

/**
 * A folder in which commands are typed: `siagh-sync` runs within this process, anything else in a shell. All texts, those that go in and
 * those that come out, have the addresses of the document.
 */
export function openMachine(folder: string, settings: NodeJS.ProcessEnv, places: readonly Place[]) {
  const toReal = (text: string) => places.reduce((rest, { shown, real }) => rest.replaceAll(shown, real), text)
  const toShown = (text: string) => places.reduce((rest, { shown, real }) => rest.replaceAll(real, shown), text)
  const pathOf = (name: string) => join(folder, name)
  // As `bin.ts` takes it.
  const variables = () => expectOk(loadEnvironment(folder, {})).values
  let typed = ''
  let service: ReturnType<typeof start> | undefined

  function start(args: readonly string[], [stdout, stderr] = [openTerminal(), openTerminal()]) {
    const listeners = new Set<Parameters<Io['onSignal']>[0]>()
    const io: Io = {
      env: { NO_COLOR: '1', ...variables(), ...settings },
      cwd: folder,
      stdin: Readable.from(typed === '' ? [] : [typed]),
      stdout: stdout.stream,
      stderr: stderr.stream,
      onSignal: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      exitNow: (code) => {
        throw new Error(`ended at once with ${code}`)
      },
    }
    typed = ''
    return { stdout, stderr, ended: runCli(args, io), interrupt: () => listeners.forEach((each) => each('SIGINT')) }
  }

  async function siaghSync(args: readonly string[]): Promise<Ran> {
    if (args[0] === 'serve') return serve(args)
    const terminal = openTerminal()
    const exitCode = await start(args, [terminal, terminal]).ended
    return { text: terminal.take(), exitCode }
  }

  async function serve(args: readonly string[]): Promise<Ran> {
    service = start(args)
    const { stdout } = service
    await until('the service listens', () => stdout.text().endsWith('\n'))
    return { text: stdout.take(), exitCode: 0 }
  }

  return {
    pathOf,
    variables,
    write: (name: string, content: string) => writeFileSync(pathOf(name), toReal(content)),
    /** What the next command reads. */
    type: (text: string) => void (typed = text),
    async run(command: string): Promise<Ran> {
      const [program, ...args] = wordsOf(toReal(command))
      const ran = program === 'siagh-sync' ? await siaghSync(args) : shell(command, folder)
      return { ...ran, text: toShown(ran.text) }
    },
    /** Resolves when the running service has written `words` since the last look. */
    logged: (words: string) => until(`its log has ${words}`, () => service?.stderr.text().includes(words) ?? false),
    /** What the running service wrote since the last look. */
    log: () => toShown(service?.stderr.take() ?? ''),
    async stopService(): Promise<void> {
      service?.interrupt()
      await service?.ended
    },
  }
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

function shell(command: string, cwd: string): Ran {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' })
  // A spreadsheet's line ends are none of the terminal's.
  return { text: (stdout + stderr).replaceAll('\r', ''), exitCode: status ?? 1 }
}
