import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import { serviceSaying } from '../messages/service-messages'
import { merge } from './merge'
import { isSection, valueAt, withValueAt, type Section } from './paths'

/** The content of a configuration file. */
export interface ConfigFile {
  readonly content: Section
  /** The path of the file. `undefined`: there is none. */
  readonly path?: string
}

/**
 * Reads `file`, or `siagh-sync.config.*` of the folder. A relative database file in it belongs to the folder of the
 * configuration file, wherever the command is started. Otherwise a new database would be created elsewhere. The error
 * is a message.
 */
export async function readConfigFile(cwd: string, file: string | undefined): Promise<Result<ConfigFile, Saying>> {
  if (file !== undefined && !existsSync(resolve(cwd, file))) return err(serviceSaying('config_file_missing', { file }))
  if (file === undefined && !mayHaveFile(cwd)) return ok({ content: {} })
  try {
    const { config, path } = await load(cwd, file)
    if (path === undefined) return ok({ content: config })
    const databaseFile = valueAt(config, 'store.file')
    const isRelative = typeof databaseFile === 'string' && isSection(config['store'])
    const content = isRelative ? withValueAt(config, 'store.file', resolve(dirname(path), databaseFile)) : config
    return ok({ content, path })
  } catch (error) {
    return err(serviceSaying('config_file_unreadable', { reason: reasonOf(error) }))
  }
}

async function load(cwd: string, file: string | undefined): Promise<{ config: Section; path: string | undefined }> {
  // Imported here, because a service without a configuration file does not need these modules.
  const { loadConfig } = await import('c12')
  const { createReader } = await import('./read-module')
  const found = await loadConfig({
    name: 'siagh-sync',
    cwd,
    ...(file !== undefined && { configFile: resolve(cwd, file) }),
    rcFile: false,
    globalRc: false,
    packageJson: false,
    dotenv: false,
    envName: false,
    extend: false,
    giget: false,
    // c12's own merger would leave out null, which is a value: `intermediary: null`.
    merger: (...sources) => merge(...sources.map((source) => source ?? undefined)),
    jiti: createReader(resolve(cwd, 'siagh-sync.config')),
  })
  // Unlike `configFile`, it is absent if there is no file.
  return { config: found.config, path: found._configFile }
}

/** Whether there may be a file where c12 looks for a configuration. */
function mayHaveFile(cwd: string): boolean {
  const has = (folder: string, start: string) =>
    existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(start))
  return has(cwd, 'siagh-sync.config') || has(join(cwd, '.config'), 'siagh-sync')
}

/**
 * JSON.parse shows the text around a mistake, in quotes: `Unexpected token 'h', ..."assword": hunter2" is not valid
 * JSON`.
 */
const QUOTED_TEXT = /, (?:\.{3})?".*"(?:\.{3})?(?= is not valid JSON)/s

/** The message of the reader, without the text that JSON.parse repeats: it may hold a password. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return reason.replace(QUOTED_TEXT, ': the text')
}
