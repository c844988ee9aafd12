import { InvalidArgumentError, Option, type Command } from 'commander'
import type { Answered } from '../answer'
import type { CommandContext, SharedOptions } from '../context'

/** Runs a command's own part. */
export type Run = (
  name: string,
  options: SharedOptions,
  command: (context: CommandContext) => Answered,
) => Promise<void>

/** Adds one command to the program. */
export type Register = (program: Command, run: Run) => void

/** What `--help` shows of a command: its name with its arguments, what it does, and examples. */
export interface Described {
  readonly usage: string
  readonly summary: string
  /** What an exit code beside 0, 1 and 2 says, in words that go on after the summary. */
  readonly exit?: string
  /** Whole command lines without the program's name, each with what it is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[]
  /** Further words, below the options. */
  readonly notes?: string
}

/**
 * A command of the program. `configure` adds its options; `act` is what it does, with its options and its arguments as commander
 * has read them by that: their type is for `act` to say.
 */
export function define(
  { usage, summary, exit, examples, notes }: Described,
  configure: (command: Command) => Command,
  act: (context: CommandContext, options: never, args: readonly string[]) => Answered,
): Register {
  return (program, run) => {
    const command = configure(
      program
        .command(usage)
        .summary(summary)
        .description(exit === undefined ? summary : `${summary}; ${exit}`),
    )
    command.optionsGroup('For every command:')
    command.option('--config <file>', 'configuration file; default siagh-sync.config.ts, .js or .json of this folder')
    command.option('--company <name>', 'the company, where several share a store')
    command.option(
      '--accept-new-servers',
      'the servers or the company are the same under new names: the store is taken for theirs from now on',
    )
    command.addOption(
      new Option('--lang <language>', 'fa: Persian; default: by LC_ALL, LC_MESSAGES or LANG').choices(['fa', 'en']),
    )
    command.addOption(
      new Option('--digits <digits>', 'fa: numbers and times in Persian digits, but never ids').choices([
        'latin',
        'fa',
      ]),
    )
    command.option('--json', 'one JSON document on stdout: { command, ok, exitCode, result } or, failed, error')
    command.option('--verbose', 'a log on stderr')
    command.helpOption('-h, --help', 'this text')
    command.addHelpText('after', () => textBelow(examples, notes))
    command.action(async () => {
      const options = command.opts<SharedOptions>()
      await run(command.name(), options, (context) => act(context, command.opts<never>(), command.args))
    })
  }
}

function textBelow(examples: Described['examples'], notes: string | undefined): string {
  const width = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, purpose]) => `  siagh-sync ${line.padEnd(width)}  # ${purpose}`)
  return [...(notes === undefined ? [] : ['', notes]), '', 'Examples:', ...lines].join('\n')
}

/** `--kind`, for commands about records of any kind. */
export const kindOption = () =>
  new Option('--kind <kind>', 'only records of this kind').choices(['identity', 'invoice', 'quote'])

/** `--limit`, for commands that list. */
export const limitOption = (standard: number) =>
  new Option('--limit <number>', 'rows at most').default(standard).argParser(wholeNumber)

/** Reads a whole number above 0, for an option. */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number above 0.')
}
