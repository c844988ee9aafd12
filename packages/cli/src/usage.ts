import type { CommanderError } from 'commander'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { misuse, type Failure } from './failure'
import { cliSaying } from './messages/cli-messages'

/** What is wrong with a command line, by the code of commander's error. `said`: its words for it, the first line and its suggestion. */
export function usageOf(error: CommanderError, said: readonly string[], args: readonly string[]): Failure {
  // `help` with a word that is no command: commander shows the whole help as an error.
  if (error.code === 'commander.help') {
    return misuse(cliSaying('unknown_command', { name: args[1] ?? '' }), [cliSaying('see_help')])
  }
  const [first = error.message, ...others] = said.join('').trim().split('\n')
  const isEarly = error.code === 'commander.unknownOption' && args[0]?.startsWith('-') === true
  return misuse(sayingOf(error.code, first.replace(/^error: /, '')), [
    ...others.map(suggestion),
    ...(isEarly ? [cliSaying('options_stand_behind')] : []),
  ])
}

/** Its sentences name in quotes what they are about. */
function sayingOf(code: string, reason: string): Saying {
  const [, name = ''] = /'([^']*)'/.exec(reason) ?? []
  switch (code) {
    case 'commander.unknownCommand':
      return cliSaying('unknown_command', { name })
    case 'commander.unknownOption':
      return cliSaying('unknown_option', { name })
    case 'commander.missingArgument':
      return cliSaying('argument_missing', { name })
    case 'commander.missingMandatoryOptionValue':
      return cliSaying('option_missing', { name })
    case 'commander.optionMissingArgument':
      return cliSaying('option_without_value', { name })
    case 'commander.excessArguments':
      return cliSaying('too_many_arguments', { reason })
    case 'commander.invalidArgument':
      return cliSaying('value_not_allowed', { reason })
    default:
      return cliSaying('usage_wrong', { reason })
  }
}

function suggestion(line: string): Saying | string {
  const [, name] = /^\(Did you mean (.+)\?\)$/.exec(line.trim()) ?? []
  return name === undefined ? line.trim() : cliSaying('did_you_mean', { name })
}
