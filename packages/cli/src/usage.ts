import type { CommanderError } from 'commander'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { misuse, type Failure } from './failure'
import { commands } from './commands'
import { cliSaying, inEnglish } from './messages/cli-messages'

/** What is wrong with a command line, by the code of commander's error. `said`: its words for it, the first line and its suggestion. */
export function usageOf(error: CommanderError, said: readonly string[], args: readonly string[]): Failure {
  // `help` with a word that is no command: commander shows the whole help as an error.
  if (error.code === 'commander.help') {
    return misuse(cliSaying('unknown_command', { name: args[1] ?? '' }), [cliSaying('see_help')])
  }
  const [first = error.message, ...others] = said.join('').trim().split('\n')
  const [command = ''] = args
  const isEarly = error.code === 'commander.unknownOption' && args[0]?.startsWith('-') === true
  return misuse(sayingOf(error.code, first.replace(/^error: /, '')), [
    ...others.map(suggestion),
    ...(isEarly ? [cliSaying('options_stand_behind')] : []),
    ...(others.length === 0 && commands.has(command) ? [cliSaying('see_help_of', { command })] : []),
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
      return excess(reason)
    case 'commander.invalidArgument':
      return notAllowed(reason)
    default:
      return cliSaying('usage_wrong', { reason })
  }
}

function excess(reason: string): Saying {
  const found = /^too many arguments for '(.+?)'\. Expected (\d+) arguments? but got (\d+): (.*)\.$/s.exec(reason)
  if (found === null) return cliSaying('usage_wrong', { reason })
  const [, command = '', expected, got, given = ''] = found
  return cliSaying('too_many_arguments', { command, expected: Number(expected), got: Number(got), given })
}

function notAllowed(reason: string): Saying {
  const found = /^option '(.+?)' argument '(.*)' is invalid\. (.*)$/s.exec(reason)
  if (found === null) return cliSaying('usage_wrong', { reason })
  const [, option = '', given = '', demand = ''] = found
  return cliSaying('value_not_allowed', { option, given, demand: demandOf(demand) })
}

const DEMANDS = (['must_be_whole_above_0', 'must_be_whole', 'must_be_port'] as const).map((code) => cliSaying(code))

/** What a value must be: in commander's words, or in ours, which our options have told it in English. */
function demandOf(text: string): Saying | string {
  const [, values] = /^Allowed choices are (.+)\.$/.exec(text) ?? []
  if (values !== undefined) return cliSaying('allowed_choices', { values })
  return DEMANDS.find((demand) => inEnglish(demand) === text) ?? text
}

function suggestion(line: string): Saying | string {
  const [, name] = /^\(Did you mean (.+)\?\)$/.exec(line.trim()) ?? []
  return name === undefined ? line.trim() : cliSaying('did_you_mean', { name })
}
