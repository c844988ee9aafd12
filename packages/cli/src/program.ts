import { Command, type Option } from 'commander'
import stringWidth from 'string-width'
import { commands } from './commands'
import type { Run } from './commands/define'
import type { Printer } from './output/print'
import { styleOf } from './output/style'
import { wrap } from './output/wrap'
import { cliSaying } from './messages/cli-messages'
import type { Speech } from './speech/speech'
import { version } from './version'

const VERSION_FLAGS = ['-V', '--version']

/** How wide the lines of the help are in a file or a pipe. */
const HELP_COLUMNS = 100

/** What a program does with what it reads and finds wrong. */
export interface ProgramHooks {
  readonly run: Run
  readonly complain: (text: string) => void
}

/**
 * The command line, as commander knows it, with the commands that `args` needs. Throws a `CommanderError` in place of ending the
 * process.
 */
export async function createProgram(
  args: readonly string[],
  { io, speech }: Pick<Printer, 'io' | 'speech'>,
  { run, complain }: ProgramHooks,
): Promise<Command> {
  const { colors, columns = HELP_COLUMNS } = styleOf(io.stdout, io.env, speech)
  const program = new Command('siagh-sync')
    .description(speech.say('help_program'))
    .version(version, VERSION_FLAGS.join(', '), speech.say('help_version'))
    .helpOption('-h, --help', speech.say('opt_help'))
    .helpCommand('help [command]', speech.say('help_help'))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: complain,
      getOutHelpWidth: () => columns,
      getOutHasColors: () => colors.isColorSupported,
    })
    .configureHelp({
      styleTitle: (title) => colors.bold(titleIn(speech, title)),
      styleUsage: (usage) => placeholdersIn(speech, usage),
      styleSubcommandTerm: (term) => placeholdersIn(speech, term),
      displayWidth: stringWidth,
      optionDescription: (option) => describe(option, speech),
      sortSubcommands: false,
    })
    .addHelpText('after', textBelow(speech, columns))
  const registers = await Promise.all(loadersFor(args).map((load) => load()))
  for (const register of registers) register(program, run, { speech, columns })
  return program
}

/** The exit codes, the second line of each below its first one, and where there is more. */
function textBelow(speech: Speech, columns: number): string {
  const codes = speech.say('help_exit_codes').split('\n')
  const lines = codes.map((line) => wrap(line, columns, ' '.repeat(7)))
  return ['', ...lines, '', wrap(speech.say('help_more'), columns)].join('\n')
}

/** The command that is called; none for the version; all for help, and for an unknown name, to which a similar one is suggested. */
function loadersFor(args: readonly string[]) {
  const [first = ''] = args
  if (args.length === 1 && VERSION_FLAGS.includes(first)) return []
  const called = commands.get(first)
  return called === undefined ? [...commands.values()] : [called]
}

const TITLES = {
  'Usage:': 'help_usage',
  'Arguments:': 'help_arguments',
  'Options:': 'help_options',
  'Commands:': 'help_commands',
} as const

/** A title of commander's own; a title of ours is in the language of the person already. */
function titleIn(speech: Speech, title: string): string {
  return title in TITLES ? speech.say(TITLES[title as keyof typeof TITLES]) : title
}

/** What commander writes for options and for a command's name. Placeholders of our own commands stay: options are named so too. */
function placeholdersIn(speech: Speech, text: string): string {
  return text
    .replace('[options]', `[${speech.say('help_some_options')}]`)
    .replace('[command]', `[${speech.say('help_a_command')}]`)
}

/** What an option is for, what it may be, and what it is where it is not given. */
function describe({ description, argChoices, defaultValue, defaultValueDescription }: Option, speech: Speech): string {
  const values = argChoices?.map((choice) => JSON.stringify(choice)).join(', ')
  const standard: unknown = defaultValue
  const value = defaultValueDescription ?? (standard === undefined ? undefined : JSON.stringify(standard))
  const more = [
    ...(values === undefined ? [] : [cliSaying('help_choices', { values })]),
    ...(value === undefined ? [] : [cliSaying('help_default', { value })]),
  ]
  return more.length === 0 ? description : `${description} (${speech.list(more.map((each) => speech.tell(each)))})`
}
