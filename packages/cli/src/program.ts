import { Command } from 'commander'
import { commands } from './commands'
import type { Run } from './commands/define'
import { EXIT_CODES } from './exit-codes'
import type { Printer } from './output/print'
import { styleOf } from './output/style'
import { version } from './version'

const VERSION_FLAGS = ['-V', '--version']

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
  const { colors, columns } = styleOf(io.stdout, io.env, speech)
  const program = new Command('siagh-sync')
    .description('Keeps Siagh (سیاق) in step with Payamgostar CRM (پیام‌گستر).')
    .version(version, VERSION_FLAGS.join(', '))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: complain,
      getOutHelpWidth: () => columns ?? 100,
      getOutHasColors: () => colors.isColorSupported,
    })
    .configureHelp({ styleTitle: (title) => colors.bold(title), sortSubcommands: false })
    .addHelpText('after', `\n${EXIT_CODES}\n\nsiagh-sync COMMAND --help shows a command's options, with examples.`)
  const registers = await Promise.all(loadersFor(args).map((load) => load()))
  for (const register of registers) register(program, run)
  return program
}

/** The command that is called; none for the version; all for help, and for an unknown name, to which a similar one is suggested. */
function loadersFor(args: readonly string[]) {
  const [first = ''] = args
  if (args.length === 1 && VERSION_FLAGS.includes(first)) return []
  const called = commands.get(first)
  return called === undefined ? [...commands.values()] : [called]
}
