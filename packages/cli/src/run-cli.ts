import type { Config, ServiceConfig } from '@siagh-sync/service'
import { CommanderError } from 'commander'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import type { CommandContext, SharedOptions } from './context'
import type { Answered } from './answer'
import { DONE, FAILED, MISUSED, type ExitCode } from './exit-codes'
import { configFailure, misuse, type Failure } from './failure'
import { watchForInterruption } from './interruption'
import type { Io } from './io'
import { forOutput } from './output/isolate'
import { printAnswer, printFailure, type Printer } from './output/print'
import { createProgram } from './program'
import { chooseLanguage } from './speech/choose-language'
import { createSpeech } from './speech/speech'
import { usageOf } from './usage'
import { cliSaying } from './messages/cli-messages'

/** Runs one command of the command line and answers its exit code. Rejects never; ends no process but on a second Ctrl-C. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  const speech = createSpeech(chooseLanguage(args, io.env))
  let exitCode: ExitCode = DONE
  const said: string[] = []
  try {
    const program = await createProgram(
      args,
      { io, speech },
      {
        run: async (name, options, command) => {
          exitCode = await runCommand({ io, speech, asJson: options.json === true }, name, options, command)
        },
        complain: (text) => said.push(text),
      },
    )
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
    return printFailure({ io, speech, asJson: args.includes('--json') }, name, failure)
  }
}

async function runCommand(
  printer: Printer,
  name: string,
  options: SharedOptions,
  command: (context: CommandContext) => Answered,
): Promise<ExitCode> {
  const context = await contextOf(printer, name, options)
  // The core's timers keep no process alive, and while a server is away there may be nothing else.
  const alive = setInterval(() => {}, 60_000)
  try {
    const answered = await command(context)
    context.progress.clear()
    return answered.match(
      (answer) => (answer === 'announced' ? DONE : printAnswer(printer, name, answer)),
      (failure) => printFailure(printer, name, failure),
    )
  } finally {
    clearInterval(alive)
    context.interruption.end()
  }
}

async function contextOf(printer: Printer, name: string, options: SharedOptions): Promise<CommandContext> {
  const { io, speech, asJson } = printer
  const { createProgressDisplay, noProgress } = await import('./output/progress')
  const progress = asJson ? noProgress : createProgressDisplay(io, speech)
  const note = (text: string) => {
    progress.clear()
    io.stderr.write(`${forOutput(io.stderr, text)}\n`)
  }
  const interruption = watchForInterruption(io, () => note(speech.say('stopping')))
  return {
    io,
    options,
    interruption,
    progress,
    speech,
    note,
    announce: (answer) => printAnswer(printer, name, answer),
    loadConfig: async (file) =>
      (await loadService(io, { ...options, ...(file !== undefined && { config: file }) }, false)).andThen(
        ({ config }) => onlyCompanyOf(config),
      ),
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
  const names: readonly (Saying | string)[] = companies.map(({ company }) => company)
  const named = names.reduce((first, further) => cliSaying('one_or_other', { first, further }))
  return err(misuse(cliSaying('which_company', { companies: named })))
}

function defect(error: unknown): Failure {
  const { message: reason, stack } = error instanceof Error ? error : new Error(String(error))
  const details = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { exitCode: FAILED, kind: 'defect', said: { message: cliSaying('bug_of_program', { reason }), details } }
}
