import { createHash } from 'node:crypto'
import { passwordDoubt } from '@siagh-sync/service/env-file'
import { err, ok } from 'neverthrow'
import { DONE } from '../exit-codes'
import { readSecret } from '../read-secret'
import { define } from './define'

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
    const { note, speech } = context
    const password = await readSecret(context, speech.say('ask_siagh_password'))
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
