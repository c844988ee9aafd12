import { buffer } from 'node:stream/consumers'
import { decodeText, UNREADABLE } from '@siagh-sync/service/env-file'
import { err, ok, type Result } from 'neverthrow'
import type { CommandContext } from './context'
import type { Io } from './io'
import { misuse, type Failure } from './failure'
import { cliSaying } from './messages/cli-messages'

/** Reads a password that nobody sees: from the terminal, or from the first line of the input. */
export async function readSecret(context: CommandContext, message: string): Promise<Result<string, Failure>> {
  return context.io.stdin.isTTY === true ? ask(context, message) : readLine(context.io)
}

async function ask(context: CommandContext, message: string): Promise<Result<string, Failure>> {
  const { password } = await import('@clack/prompts')
  const { askPerson } = await import('./ask-person')
  const given = await askPerson(context, NO_PASSWORD, (terminal) => password({ message, ...terminal }))
  return given.andThen((answer) => (answer ? ok(answer) : err(misuse(NO_PASSWORD))))
}

async function readLine({ stdin }: Io): Promise<Result<string, Failure>> {
  const [line = ''] = decodeText(await buffer(stdin)).split(/\r\n|\r|\n/)
  if (line === '') return err(misuse(cliSaying('first_line_empty')))
  if (line.includes(UNREADABLE)) return err(misuse(cliSaying('first_line_not_utf8')))
  return ok(line)
}

const NO_PASSWORD = cliSaying('no_password')
