import { existsSync } from 'node:fs'
import { chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
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
 * one keeps its rights. Returns its name.
 */
export async function writeUsers(
  { cwd }: Pick<Io, 'cwd'>,
  users: readonly EnvUser[],
): Promise<Result<string, Failure>> {
  const file = join(cwd, '.env')
  const before = existsSync(file) ? await readFile(file) : Buffer.alloc(0)
  const after = withUsers(before, users)
  if (after === undefined) return err(misuse(cliSaying('env_not_edited'), [envLine(users)]))
  const trial = join(cwd, `.env.new-${process.pid}`)
  try {
    await writeFile(trial, after, { flag: 'wx', mode: 0o600 })
    if (existsSync(file)) await chmod(trial, (await stat(file)).mode & 0o777)
    await rename(trial, file)
    return ok(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return err(cannotStart(cliSaying('file_unwritable', { file, reason })))
  } finally {
    await rm(trial, { force: true })
  }
}
