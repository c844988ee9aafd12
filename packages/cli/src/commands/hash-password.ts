import { createHash } from 'node:crypto'
import { text as readAll } from 'node:stream/consumers'
import { err, ok, type Result } from 'neverthrow'
import type { Io } from '../io'
import { DONE } from '../exit-codes'
import { misuse, type Failure } from '../failure'
import { define } from './define'

export const registerHashPassword = define(
  {
    usage: 'hash-password',
    summary: "the MD5 of a password, which is what Siagh's login takes",
    examples: [
      ['hash-password', 'asks for it, and shows nothing of it'],
      ['hash-password < password.txt', 'the first line of a file'],
    ],
    notes:
      'It goes into SIAGH_PASSWORD_MD5. It is no protection: whoever has it can log in to Siagh with it, so keep it as\nsecret as the password itself. The password is never taken from the command line, where others could read it.',
  },
  (command) => command,
  async ({ io }) => {
    const password = await (io.stdin.isTTY === true ? ask(io) : readLine(io))
    if (password.isErr()) return err(password.error)
    const passwordMd5 = createHash('md5').update(password.value, 'utf8').digest('hex').toUpperCase()
    return ok({
      exitCode: DONE,
      result: { passwordMd5 },
      text: ({ columns, colors }) =>
        columns === undefined
          ? passwordMd5
          : `${passwordMd5}\n${colors.dim('For SIAGH_PASSWORD_MD5. Whoever has it can log in with it: keep it as secret as the password.')}`,
    })
  },
)

async function ask(io: Io): Promise<Result<string, Failure>> {
  const { password, isCancel } = await import('@clack/prompts')
  const given = await password({ message: 'Password of the Siagh user', input: io.stdin, output: io.stderr })
  return isCancel(given) || !given ? err(misuse('No password was given.')) : ok(given)
}

async function readLine({ stdin }: Io): Promise<Result<string, Failure>> {
  const [line = ''] = (await readAll(stdin)).replace(/^\uFEFF/, '').split(/\r?\n/)
  return line === '' ? err(misuse('No password was given: the first line of the input is empty.')) : ok(line)
}
