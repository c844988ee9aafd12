import { Option } from 'commander'
import { err, ok, type Result } from 'neverthrow'
import type { Answer, Answered } from '../answer'
import type { CommandContext } from '../context'
import { DONE } from '../exit-codes'
import { misuse, notHere, type Failure } from '../failure'
import { cliSaying } from '../messages/cli-messages'
import { table } from '../output/table'
import { readSecret } from '../read-secret'
import type { EnvUser } from '../users/env-users'
import { usersOf, writeUsers } from '../users/user-file'
import { define } from './define'

const LEAST_CHARACTERS = 10
// Characters that separate the users in USERS, and the quotes around them.
const PARTING = /[:;\n']/

export const registerUser = define(
  {
    usage: 'user <action> [name]',
    summary: 'help_user',
    examples: [
      ['user add sara --role operator', 'help_user_add'],
      ['user list', 'help_user_list'],
    ],
    notes: 'help_user_notes',
  },
  (command, say) =>
    command.addOption(
      new Option('--role <role>', say('opt_user_role')).choices(['viewer', 'operator']).default('viewer'),
    ),
  async (context, { role }: { readonly role: string }, [action, given]) => {
    const users = usersOf(context.io)
    if (users.isErr()) return err(users.error)
    if (action === 'list' && given === undefined) return ok(listAnswer(users.value))
    if (given === undefined) return err(misuse(cliSaying('user_usage')))
    const name = given.normalize('NFKC').trim()
    const { foldName, isUserName } = await import('@siagh-sync/service/api')
    if (PARTING.test(name) || !isUserName(name)) return err(misuse(cliSaying('user_name_wrong')))
    // The service refuses two names that are one to it.
    const user = users.value.find((each) => foldName(each.name) === foldName(name))
    if (action === 'add' && user) return err(misuse(cliSaying('user_is_there', { name: user.name })))
    if (action === 'add') return add(context, users.value, { name, role })
    if (action !== 'password' && action !== 'remove') return err(misuse(cliSaying('user_usage')))
    if (user === undefined) return err(notHere(cliSaying('user_is_not_there', { name })))
    return action === 'password' ? changePassword(context, users.value, user) : remove(context, users.value, user)
  },
)

async function add(
  context: CommandContext,
  users: readonly EnvUser[],
  { name, role }: Pick<EnvUser, 'name' | 'role'>,
): Answered {
  const hash = await askHash(context, name)
  if (hash.isErr()) return err(hash.error)
  return written(context, [...users, { name, role, passwordHash: hash.value }], { added: name, role })
}

async function changePassword(context: CommandContext, users: readonly EnvUser[], user: EnvUser): Answered {
  const hash = await askHash(context, user.name)
  if (hash.isErr()) return err(hash.error)
  const changed = users.map((each) => (each === user ? { ...each, passwordHash: hash.value } : each))
  return written(context, changed, { changed: user.name })
}

async function remove(context: CommandContext, users: readonly EnvUser[], user: EnvUser): Answered {
  return written(
    context,
    users.filter((each) => each !== user),
    { removed: user.name },
  )
}

/** Asks twice on a terminal: nobody sees what is typed. */
async function askHash(context: CommandContext, name: string): Promise<Result<string, Failure>> {
  const { io, speech } = context
  const first = await readSecret(context, speech.say('ask_user_password', { name, least: LEAST_CHARACTERS }))
  if (first.isErr()) return err(first.error)
  if (first.value.length < LEAST_CHARACTERS) {
    return err(misuse(cliSaying('password_too_short', { least: LEAST_CHARACTERS })))
  }
  if (io.stdin.isTTY === true) {
    const second = await readSecret(context, speech.say('ask_password_again'))
    if (second.isErr()) return err(second.error)
    if (second.value !== first.value) return err(misuse(cliSaying('passwords_differ')))
  }
  const { hashPassword } = await import('@siagh-sync/service/api')
  return ok(await hashPassword(first.value))
}

async function written({ io }: CommandContext, users: readonly EnvUser[], result: object): Answered {
  const file = await writeUsers(io, users)
  return file.map((path) => ({
    exitCode: DONE,
    result: { file: path, ...result },
    text: ({ speech }) => speech.say('users_written', { file: path }),
  }))
}

function listAnswer(users: readonly EnvUser[]): Answer {
  return {
    exitCode: DONE,
    result: { users: users.map(({ name, role }) => ({ name, role })) },
    text: (style) => {
      const { speech } = style
      if (users.length === 0) return speech.say('no_users')
      const columns = [{ head: speech.say('head_user') }, { head: speech.say('head_role') }]
      return table(
        style,
        columns,
        users.map(({ name, role }) => [name, role]),
      )
    },
  }
}
