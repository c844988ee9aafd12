import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { decodeText, passwordDoubt, UNREADABLE } from '@siagh-sync/service/env-file'
import { err, ok, type Result } from 'neverthrow'
import type { CommandContext } from '../context'
import type { Io } from '../io'
import { DONE } from '../exit-codes'
import { misuse, type Failure } from '../failure'
import { define } from './define'
import { cliSaying } from '../messages/cli-messages'

export const registerHashPassword = define(
  {
    usage: 'hash-password',
    summary: 'help_hash_password',
    examples: [
      ['hash-password', 'help_hash_password_asks'],
      ['hash-password < password.txt', 'help_hash_password_file'],
    ],
    notes: 'help_hash_password_notes',
  },
  (command) => command,
  async (context) => {
    const { io, note, speech } = context
    const password = await (io.stdin.isTTY === true ? ask(context) : readLine(io))
    if (password.isErr()) return err(password.error)
    const doubt = passwordDoubt(password.value)
    if (doubt !== undefined) note(`${speech.say('warning_word')} ${speech.say('password_doubt', { doubt })}`)
    const passwordMd5 = createHash('md5').update(password.value, 'utf8').digest('hex').toUpperCase()
    return ok({
      exitCode: DONE,
      result: { passwordMd5 },
      text: ({ columns, colors }) =>
        columns === undefined ? passwordMd5 : `${passwordMd5}\n${colors.dim(speech.say('keep_md5_secret'))}`,
    })
  },
)

async function ask(context: CommandContext): Promise<Result<string, Failure>> {
  const { password } = await import('@clack/prompts')
  const { askPerson } = await import('../ask-person')
  const message = context.speech.say('ask_siagh_password')
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
