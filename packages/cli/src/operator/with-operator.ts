import { err, ok, type Result } from 'neverthrow'
import type { Opened } from '@siagh-sync/service'
import { withSync, type CommandContext } from '../context'
import { misuse, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import { localOperator } from './local-operator'
import type { Operator } from './operator'

/** What a command of an operator works with. */
export interface OpenedOperator {
  readonly operator: Operator
  /** Everything that was opened here. Absent: the service runs elsewhere. */
  readonly opened?: Opened
}

/** Works on the store of this folder, or with `--remote` over the API of a service that runs elsewhere. */
export async function withOperator<Used>(
  context: CommandContext,
  use: (opened: OpenedOperator) => Promise<Result<Used, Failure>>,
): Promise<Result<Used, Failure>> {
  const { remote } = context.options
  if (remote === undefined) {
    return withSync(context, (opened) => use({ operator: localOperator(opened), opened }))
  }
  const url = addressOf(remote)
  if (url.isErr()) return err(url.error)
  const token = await tokenOf(context)
  if (token.isErr()) return err(token.error)
  const { openRemote } = await import('./remote-operator')
  const { company } = context.options
  const operator = await openRemote({ url: url.value, token: token.value, company, language: context.speech.language })
  return operator.isErr() ? err(operator.error) : use({ operator: operator.value })
}

function addressOf(given: string): Result<string, Failure> {
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isPlain = url !== undefined && url.username + url.password + url.search + url.hash === ''
  if (!isPlain || !/^https?:$/.test(url.protocol)) {
    return err(misuse(cliSaying('remote_address_wrong', { example: 'https://siagh-sync.example' })))
  }
  return ok(given.trim().replace(/\/+$/, ''))
}

/** From the environment or from `.env`: a secret on a command line is seen by everybody on the machine. */
async function tokenOf({ io }: CommandContext): Promise<Result<string, Failure>> {
  const { loadEnvironment } = await import('@siagh-sync/service/env-file')
  const file = loadEnvironment(io.cwd, io.env)
  if (file.isErr()) return err(misuse(cliSaying('env_file_unusable'), file.error))
  const token = (io.env['OPERATOR_TOKEN']?.trim() || file.value.values['OPERATOR_TOKEN'])?.trim()
  if (!token) return err(misuse(cliSaying('remote_token_missing')))
  // No header can carry another character, and the error of the header would quote the token.
  return /^[\x20-\x7e]+$/.test(token) ? ok(token) : err(misuse(cliSaying('remote_token_unusable')))
}
