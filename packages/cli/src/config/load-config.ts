import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { err, ok, type Result } from 'neverthrow'
import { MISUSED } from '../exit-codes'
import type { Failure } from '../failure'
import { fromEnvironment } from './from-environment'
import { merge } from './merge'
import { configSchema, type Config } from './schema'
import { demand, sentencesOf } from './sentences'

/** Where a configuration is looked for, and what the command line says of it. */
export interface ConfigPlace {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** `--config`. Default: `siagh-sync.config.*` in `cwd`. */
  readonly file?: string
  /** `--company`. */
  readonly company?: string
  /** `--accept-new-servers`. */
  readonly acceptNewServers?: boolean
}

interface Loaded {
  readonly content: Readonly<Record<string, unknown>>
  readonly folder: string
  readonly isThere: boolean
}

const NO_FILE = 'There is no siagh-sync.config.ts, .js or .json in this folder: `siagh-sync init` writes one.'

/**
 * The configuration: the command line goes before the environment, the environment before the file, the file before the defaults.
 * Everything that is wrong is told at once, a sentence each, and no sentence repeats what a setting holds.
 */
export async function loadConfig({ cwd, env, file, ...told }: ConfigPlace): Promise<Result<Config, Failure>> {
  const loaded = await readConfigFile(cwd, file)
  if (loaded.isErr()) return err(loaded.error)
  const { content, folder, isThere } = loaded.value
  const given = merge(told, fromEnvironment(env), inFolder(content, folder))
  const parsed = configSchema.safeParse(given, { error: demand })
  if (parsed.success) return ok(withFile(parsed.data, folder, cwd))
  const sentences = sentencesOf(parsed.error)
  return err(wrong('The configuration is wrong:', isThere || isBegun(given) ? sentences : [...sentences, NO_FILE]))
}

/** Whether somebody configures by the environment alone, and has no use for a file. */
function isBegun(given: Readonly<Record<string, unknown>>): boolean {
  return given['siagh'] !== undefined && given['crm'] !== undefined
}

/** A database file is where the configuration is, from wherever the command is started: anywhere else a new one would be made. */
function inFolder(content: Readonly<Record<string, unknown>>, folder: string): Readonly<Record<string, unknown>> {
  const store = content['store']
  if (typeof store !== 'object' || store === null || !('file' in store) || typeof store.file !== 'string')
    return content
  return { ...content, store: { ...store, file: resolve(folder, store.file) } }
}

function withFile(config: Config, folder: string, cwd: string): Config {
  const { store } = config
  if (store.url !== undefined) return config
  const file = store.file === undefined ? resolve(folder, 'siagh-sync.db') : resolve(cwd, store.file)
  return { ...config, store: { ...store, file } }
}

async function readConfigFile(cwd: string, file: string | undefined): Promise<Result<Loaded, Failure>> {
  if (file !== undefined && !existsSync(resolve(cwd, file))) {
    return err(wrong(`There is no configuration file ${file}.`, []))
  }
  if (file === undefined && !mayHaveFile(cwd)) return ok({ content: {}, folder: cwd, isThere: false })
  try {
    // Loaded here: a service that is configured by the environment alone has no use for them.
    const { loadConfig: loadFile } = await import('c12')
    const { createReader } = await import('./read-module')
    const found = await loadFile({
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
      // Its own would leave out what is null, which is a value: `intermediary: null`.
      merger: (...sources) => merge(...sources.map((source) => source ?? undefined)),
      jiti: createReader(resolve(cwd, 'siagh-sync.config')),
    })
    // Absent where there is no file, unlike `configFile`.
    const path = found._configFile
    const isThere = path !== undefined
    return ok({ content: found.config, folder: isThere ? dirname(path) : cwd, isThere })
  } catch (error) {
    return err(wrong(`The configuration file cannot be read: ${reasonOf(error)}`, []))
  }
}

/** Whether there is anything where c12 looks for a configuration. */
function mayHaveFile(cwd: string): boolean {
  const has = (folder: string, start: string) =>
    existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(start))
  return has(cwd, 'siagh-sync.config') || has(join(cwd, '.config'), 'siagh-sync')
}

/** JSON.parse shows the text around a fault, in quotes: `Unexpected token 'h', ..."assword": hunter2" is not valid JSON`. */
const QUOTED_TEXT = /, (?:\.{3})?".*"(?:\.{3})?(?= is not valid JSON)/s

/** In the words of whoever read the file, without the piece of it that JSON.parse repeats: a password may be in it. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return reason.replace(QUOTED_TEXT, ': the text')
}

function wrong(message: string, details: readonly string[]): Failure {
  return { exitCode: MISUSED, kind: 'config', message, details }
}
