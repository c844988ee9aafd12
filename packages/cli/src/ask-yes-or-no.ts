import type { Saying } from '@siagh-sync/sync-core/messages'
import type { Result } from 'neverthrow'
import type { CommandContext } from './context'
import type { Failure } from './failure'
import { saysYes } from './import/read-decision'

/** Asks what is answered by yes or no, in either language. `without` says what comes of no answer. */
export async function askYesOrNo(
  context: Pick<CommandContext, 'io' | 'interruption' | 'speech'>,
  message: string,
  without: Saying,
): Promise<Result<boolean, Failure>> {
  const { text } = await import('@clack/prompts')
  const { askPerson } = await import('./ask-person')
  const validate = (given = '') => (saysYes(given) === undefined ? context.speech.say('answer_yes_or_no') : undefined)
  const answer = await askPerson(context, without, async (terminal) => text({ message, validate, ...terminal }))
  return answer.map((given) => saysYes(given) === true)
}

/** Whether there is a person at a terminal. */
export function canAsk({ io: { stdin, stderr } }: Pick<CommandContext, 'io'>): boolean {
  return stdin.isTTY === true && stderr.isTTY === true
}
