import { err, ok, type Result } from 'neverthrow'
import type { CommandContext } from './context'
import { misuse, stopped, type Failure } from './failure'
import { cliSaying } from './messages/cli-messages'
import type { Saying } from '@siagh-sync/sync-core/messages'

/** What a question has to be handed, so that it is asked on the terminal and ends with the command. */
export interface Terminal {
  readonly input: CommandContext['io']['stdin']
  readonly output: CommandContext['io']['stderr']
  readonly signal: AbortSignal
}

/**
 * Asks a person on the terminal. Ctrl-C and SIGTERM end the question as they end any command; the end of the input, which is Ctrl-D on a
 * terminal, is a sentence. `without` says what comes of no answer.
 */
export async function askPerson(
  { io: { stdin, stderr }, interruption }: Pick<CommandContext, 'io' | 'interruption'>,
  without: Saying,
  question: (terminal: Terminal) => Promise<string | symbol>,
): Promise<Result<string, Failure>> {
  const closing = new AbortController()
  const close = () => closing.abort()
  const onKey = (_text: string | undefined, key?: { readonly ctrl?: boolean; readonly name?: string }) => {
    if (key?.ctrl === true && key.name === 'd') close()
  }
  stdin.once('end', close).once('close', close).on('keypress', onKey)
  try {
    const signal = AbortSignal.any([interruption.signal, closing.signal])
    const answer = await question({ input: stdin, output: stderr, signal })
    if (typeof answer === 'string') return ok(answer)
    if (closing.signal.aborted) return err(misuse(cliSaying('input_ended', { without })))
    return err(stopped(interruption.exitCode(), cliSaying('stopped_at_question', { without })))
  } finally {
    stdin.off('end', close).off('close', close).off('keypress', onKey)
  }
}
