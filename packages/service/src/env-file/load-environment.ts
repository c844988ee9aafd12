import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import { serviceSaying } from '../messages/service-messages'
import { decodeText } from './decode-text'
import { passwordDoubt } from './hidden-characters'
import { parseEnv, type ParsedEnv } from './parse-env'
import { isSettingName } from './setting-names'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the file `.env` of `folder`. The environment overrides the file, and an empty variable counts as not set.
 * Returns what must be added to the environment, or why the file cannot be read, one message each. The file may be
 * missing.
 */
export function loadEnvironment(
  folder: string,
  environment: Environment,
): Result<Pick<ParsedEnv, 'values' | 'warnings'>, readonly Saying[]> {
  return readEnvFile(folder).map(({ values, warnings }) => {
    const added = Object.fromEntries(Object.entries(values).filter(([name]) => !environment[name]?.trim()))
    return { values: added, warnings: [...warnings, ...doubtsOf({ ...environment, ...added })] }
  })
}

/**
 * Reads the file `.env` of `folder`. The error says why it cannot be read, one message each. The file may be missing.
 */
export function readEnvFile(folder: string): Result<ParsedEnv, readonly Saying[]> {
  const file = join(folder, '.env')
  if (!existsSync(file)) return ok({ values: {}, lines: {}, warnings: misnamed(folder) })
  try {
    return parseEnv(decodeText(readFileSync(file)), file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return err([serviceSaying('env_file_unreadable', { reason })])
  }
}

/** The editor of Windows adds `.txt`, and the Explorer does not show it. */
function misnamed(folder: string): Saying[] {
  if (!existsSync(join(folder, '.env.txt'))) return []
  return [serviceSaying('env_file_misnamed')]
}

function doubtsOf(environment: Environment): Saying[] {
  const passwords = Object.entries(environment).filter(([name]) => isSettingName(name) && name.endsWith('_PASSWORD'))
  return passwords.flatMap(([name, value = '']) => {
    const doubt = passwordDoubt(value)
    return doubt === undefined ? [] : [serviceSaying('setting_fault', { setting: name, fault: doubt })]
  })
}
