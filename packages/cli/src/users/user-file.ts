import { existsSync } from 'node:fs'
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { loadEnvironment } from '@siagh-sync/service/env-file'
import { err, ok, type Result } from 'neverthrow'
import { cannotStart, misuse, type Failure } from '../failure'
import type { Io } from '../io'
import { cliSaying } from '../messages/cli-messages'
import { envLine, readEnvUsers, withUsers, type EnvUser } from './env-users'

/** The users of `.env` in this folder. */
export function usersOf({ cwd, env }: Pick<Io, 'cwd' | 'env'>): Result<readonly EnvUser[], Failure> {
  if (env['USERS']?.trim()) return err(misuse(cliSaying('users_elsewhere')))
  return loadEnvironment(cwd, env)
    .map(({ values }) => readEnvUsers(values['USERS'] ?? ''))
    .mapErr((details) => misuse(cliSaying('env_file_unusable'), details))
}

/**
 * Writes the users into `.env` of this folder. The file holds secrets, so a new one belongs to its owner alone, and an old
 * one keeps its owner and its rights. If `.env` is a link, the file that it names is written. Returns its name.
 */
export async function writeUsers(
  { cwd }: Pick<Io, 'cwd'>,
  users: readonly EnvUser[],
): Promise<Result<string, Failure>> {
  const file = join(cwd, '.env')
  const before = existsSync(file) ? await readFile(file) : Buffer.alloc(0)
  const after = withUsers(before, users)
  if (after === undefined) return err(misuse(cliSaying('env_not_edited'), [envLine(users)]))
  try {
    await replace(existsSync(file) ? await realpath(file) : file, after)
    return ok(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return err(cannotStart(cliSaying('file_unwritable', { file, reason })))
  }
}

/** The old file stays until the new one is whole on the disk. */
async function replace(file: string, content: Buffer): Promise<void> {
  const trial = `${file}.new-${process.pid}`
  try {
    const written = await open(trial, 'wx', 0o600)
    try {
      await written.writeFile(content)
      if (existsSync(file)) {
        const { mode, uid, gid } = await stat(file)
        // The command may run as root, and the service may not: without this, the service could not read the file.
        await written.chown(uid, gid)
        await written.chmod(mode & 0o777)
      }
      await written.sync()
    } finally {
      await written.close()
    }
    await rename(trial, file)
  } finally {
    await rm(trial, { force: true })
  }
}
