import { InvalidArgumentError, Option, type Command } from 'commander'
import stringWidth from 'string-width'
import type { Answered } from '../answer'
import type { CommandContext, SharedOptions } from '../context'
import { cliSaying, inEnglish } from '../messages/cli-messages'
import type { goLiveHelp } from '../messages/go-live-help'
import type { heldHelp } from '../messages/held-help'
import type { helpMessages } from '../messages/help-messages'
import type { helpNotes } from '../messages/help-notes'
import type { shadowHelp } from '../messages/shadow-messages'
import type { optionMessages } from '../messages/option-messages'
import { wrap } from '../output/wrap'
import { RECORD_KINDS } from './record-kinds'
import type { Speech } from '../speech/speech'

/** Runs a command's own part. */
export type Run = (
  name: string,
  options: SharedOptions,
  command: (context: CommandContext) => Answered,
) => Promise<void>

/** How the help looks: its language, and how wide its lines are at most. */
interface HelpStyle {
  readonly speech: Speech
  readonly columns: number
}

/** Adds one command to the program, whose help looks so. */
export type Register = (program: Command, run: Run, style: HelpStyle) => void

/** One of the messages about options, in the language of the person. */
export type SayOption = (
  code: keyof typeof optionMessages | keyof typeof goLiveHelp | 'opt_remote' | 'opt_user_role',
) => string

type HelpCode =
  | 'help_user'
  | 'help_user_add'
  | 'help_user_list'
  | keyof typeof helpMessages
  | keyof typeof heldHelp
  | keyof typeof shadowHelp
  | keyof typeof goLiveHelp

/** What `--help` shows of a command: its name with its arguments, and the codes of what it does and of what its examples are for. */
export interface Described {
  readonly usage: string
  readonly summary: HelpCode
  /** What an exit code beside 0, 1 and 2 says, in words that go on after the summary. */
  readonly exit?: HelpCode
  /** Whole command lines without the program's name, each with what it is for. */
  readonly examples: readonly (readonly [line: string, purpose: HelpCode])[]
  /** Further words, below the options. */
  readonly notes?: keyof typeof helpNotes | 'help_user_notes'
}

/**
 * A command of the program. `configure` adds its options; `act` is what it does, with its options and its arguments as commander
 * has read them by that: their type is for `act` to say.
 */
export function define(
  { usage, summary, exit, examples, notes }: Described,
  configure: (command: Command, say: SayOption) => Command,
  act: (context: CommandContext, options: never, args: readonly string[]) => Answered,
): Register {
  return (program, run, { speech, columns }) => {
    const say = (code: HelpCode | keyof typeof optionMessages | 'opt_remote' | 'opt_user_role') => speech.say(code)
    const command = configure(
      program
        .command(usage)
        .summary(say(summary))
        .description(
          exit === undefined
            ? say(summary)
            : speech.say('help_and', { summary: cliSaying(summary), exit: cliSaying(exit) }),
        ),
      say,
    )
    command.optionsGroup(say('help_every_command'))
    command.option('--config <file>', say('opt_config'))
    command.option('--company <name>', say('opt_company'))
    command.option('--accept-new-servers', say('opt_accept_new_servers'))
    command.addOption(new Option('--lang <language>', say('opt_lang')).choices(['fa', 'en']))
    command.addOption(new Option('--digits <digits>', say('opt_digits')).choices(['latin', 'fa']))
    command.option('--json', say('opt_json'))
    command.option('--verbose', say('opt_verbose'))
    command.helpOption('-h, --help', say('opt_help'))
    command.addHelpText('after', () => textBelow({ examples, ...(notes && { notes }) }, speech, columns))
    command.action(async () => {
      const options = command.opts<SharedOptions>()
      await run(command.name(), options, (context) => act(context, command.opts<never>(), command.args))
    })
  }
}

function textBelow(
  { examples, notes }: Pick<Described, 'examples' | 'notes'>,
  speech: Speech,
  columns: number,
): string {
  const lines = examplesText(examples, speech, columns)
  return [
    ...(notes === undefined
      ? []
      : [
          '',
          speech
            .say(notes)
            .split('\n')
            .map((line) => wrap(line, columns))
            .join('\n'),
        ]),
    '',
    speech.say('help_examples'),
    ...lines,
  ].join('\n')
}

/** Each example with its purpose behind it; where one of them is too long for the screen, every purpose stands above its example. */
function examplesText(examples: Described['examples'], speech: Speech, columns: number): readonly string[] {
  const width = Math.max(...examples.map(([line]) => line.length))
  const beside = examples.map(([line, purpose]) => `  siagh-sync ${line.padEnd(width)}  # ${speech.say(purpose)}`)
  if (beside.every((line) => stringWidth(line) <= columns)) return beside
  return examples.flatMap(([line, purpose]) => [
    wrap(`  # ${speech.say(purpose)}`, columns, '  # '),
    `  siagh-sync ${line}`,
  ])
}

/** `--kind`, for commands about records of any kind. */
export const kindOption = (say: SayOption) => new Option('--kind <kind>', say('opt_kind')).choices(RECORD_KINDS)

/** `--remote`, for commands of an operator. */
export const remoteOption = (say: SayOption) => ['--remote <url>', say('opt_remote')] as const

/** `--limit`, for commands that list. */
export const limitOption = (say: SayOption, standard: number) =>
  new Option('--limit <number>', say('opt_limit')).default(standard).argParser(wholeNumber)

/** Reads a whole number above 0, for an option. */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(inEnglish(cliSaying('must_be_whole_above_0')))
}
