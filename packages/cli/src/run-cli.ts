import type { Config, ServiceConfig } from '@siagh-sync/service'
import { CommanderError } from 'commander'
import { err, ok, type Result } from 'neverthrow'
import type { CommandContext, SharedOptions } from './context'
import type { Answered } from './answer'
import { DONE, FAILED, MISUSED, type ExitCode } from './exit-codes'
import { configFailure, misuse, type Failure } from './failure'
import { watchForInterruption } from './interruption'
import type { Io } from './io'
import { printAnswer, printFailure } from './output/print'
import { createProgram } from './program'

/** Runs one command of the command line and answers its exit code. Rejects never; ends no process but on a second Ctrl-C. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = DONE
  const said: string[] = []
  try {
    const program = await createProgram(args, io, {
      run: async (name, options, command) => {
        exitCode = await runCommand(io, name, options, command)
      },
      complain: (text) => said.push(text),
    })
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    // Help and version come this way too, with 0.
    if (error instanceof CommanderError && error.exitCode === 0) return DONE
    if (args.length === 0) {
      io.stderr.write(said.join(''))
      return MISUSED
    }
    const name = args.find((arg) => !arg.startsWith('-')) ?? ''
    const failure = error instanceof CommanderError ? usageOf(error, said, args) : defect(error)
    return printFailure(io, name, failure, args.includes('--json'))
  }
}

async function runCommand(
  io: Io,
  name: string,
  options: SharedOptions,
  command: (context: CommandContext) => Answered,
): Promise<ExitCode> {
  const asJson = options.json === true
  const context = await contextOf(io, name, options)
  // The core's timers keep no process alive, and while a server is away there may be nothing else.
  const alive = setInterval(() => {}, 60_000)
  try {
    const answered = await command(context)
    context.progress.clear()
    return answered.match(
      (answer) => (answer === 'announced' ? DONE : printAnswer(io, name, answer, asJson)),
      (failure) => printFailure(io, name, failure, asJson),
    )
  } finally {
    clearInterval(alive)
    context.interruption.end()
  }
}

async function contextOf(io: Io, name: string, options: SharedOptions): Promise<CommandContext> {
  const asJson = options.json === true
  const { createProgressDisplay, noProgress } = await import('./output/progress')
  const progress = asJson ? noProgress : createProgressDisplay(io)
  const note = (text: string) => {
    progress.clear()
    io.stderr.write(`${text}\n`)
  }
  const interruption = watchForInterruption(io, () =>
    note('Stopping when what is under way has ended. Press Ctrl-C again to end at once.'),
  )
  return {
    io,
    options,
    interruption,
    progress,
    note,
    announce: (answer) => printAnswer(io, name, answer, asJson),
    loadConfig: async () => (await loadService(io, options, false)).andThen(({ config }) => onlyCompanyOf(config)),
    loadService: ({ isForService }) => loadService(io, options, isForService),
  }
}

async function loadService(io: Io, options: SharedOptions, isForService: boolean) {
  const { loadConfig } = await import('./open/service')
  const { config: configFile, company, acceptNewServers } = options
  const told = {
    ...(company !== undefined && { company }),
    ...(acceptNewServers !== undefined && { acceptNewServers }),
  }
  const place = { cwd: io.cwd, env: io.env, told, isForService, ...(configFile !== undefined && { configFile }) }
  return (await loadConfig(place)).mapErr(configFailure)
}

function onlyCompanyOf({ companies }: ServiceConfig): Result<Config, Failure> {
  const [first, ...others] = companies
  if (first !== undefined && others.length === 0) return ok(first)
  return err(misuse(`Say which company is meant: --company ${companies.map(({ company }) => company).join(' or ')}.`))
}

/** The first line of what commander says, and its suggestion. */
function usageOf(error: CommanderError, said: readonly string[], args: readonly string[]): Failure {
  // `help` with a word that is no command: commander shows the whole help as an error.
  if (error.code === 'commander.help') return misuse(`unknown command '${args[1] ?? ''}'`, [SEE_HELP])
  const [message = error.message, ...details] = said.join('').trim().split('\n')
  const isEarly = error.code === 'commander.unknownOption' && args[0]?.startsWith('-') === true
  return misuse(message.replace(/^error: /, ''), [
    ...details.map((line) => line.trim()),
    ...(isEarly ? ['Options stand behind the command: siagh-sync status --json'] : []),
  ])
}

const SEE_HELP = 'siagh-sync --help lists all of them.'

function defect(error: unknown): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { exitCode: FAILED, kind: 'defect', message: `a bug of siagh-sync: ${message}`, details: frames }
}
