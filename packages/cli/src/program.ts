import { Command } from 'commander'
import { commands } from './commands'
import type { Run } from './commands/define'
import { EXIT_CODES } from './exit-codes'
import type { Io } from './io'
import { styleOf } from './output/style'
import { version } from './version'

/** What a program does with what it reads and finds wrong. */
export interface ProgramHooks {
  readonly run: Run
  readonly complain: (text: string) => void
}

/** The whole command line, as commander knows it. Throws a `CommanderError` in place of ending the process. */
export function createProgram(io: Io, { run, complain }: ProgramHooks): Command {
  const { colors, columns } = styleOf(io.stdout, io.env)
  const program = new Command('siagh-sync')
    .description('Keeps Siagh (سیاق) in step with Payamgostar CRM (پیام‌گستر).')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: complain,
      getOutHelpWidth: () => columns ?? 100,
      getOutHasColors: () => colors.isColorSupported,
    })
    .configureHelp({ styleTitle: (title) => colors.bold(title), sortSubcommands: false })
    .addHelpText('after', `\n${EXIT_CODES}\n\nsiagh-sync COMMAND --help shows a command's options, with examples.`)
  for (const register of commands) register(program, run)
  return program
}
