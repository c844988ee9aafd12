import { dirname, resolve } from 'node:path'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import { serviceSaying } from '../messages/service-messages'
import { readEnvFile } from '../env-file/load-environment'
import { fromEnvironment, prefixOf } from './from-environment'
import { merge } from './merge'
import { isSection, type Section } from './paths'
import { readConfigFile, type ConfigFile } from './read-config-file'
import { configError, type ConfigError } from './config-error'
import type { NameOfVariable } from './sentences'
import { resolve as resolveGiven, type ServiceConfig } from './resolve-config'
import { settingsInForce, type Layer, type SettingInForce } from './settings-in-force'
import { demandSecrets } from './webhook-secrets'

/** Where to look for a configuration, and the settings of the command line. */
export interface ConfigPlace {
  /** The folder of `.env` and of `siagh-sync.config.*`. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Instead of `siagh-sync.config.*` in `cwd`. */
  readonly configFile?: string
  /** The settings of the command line. They override everything else. */
  readonly told?: { readonly company?: string; readonly acceptNewServers?: boolean }
  /** Whether the process will take webhooks if its role says so. Then each company needs a secret. */
  readonly isForService?: boolean
}

/** A configuration, and the sources of its settings. */
export interface LoadedConfig {
  readonly config: ServiceConfig
  /** Each setting that is in force, with its source. */
  readonly settings: readonly SettingInForce[]
  /** Lines of `.env` that were perhaps meant in another way, one message each. */
  readonly warnings: readonly Saying[]
}

/**
 * Loads the configuration. The command line overrides the environment, the environment overrides `.env`, `.env`
 * overrides the file, and the file overrides the defaults. All mistakes are reported at once, one sentence each. No
 * sentence repeats the value of a setting.
 */
export async function loadConfig(place: ConfigPlace): Promise<Result<LoadedConfig, ConfigError>> {
  const { cwd, configFile, told = {}, isForService = false } = place
  const envFile = readEnvFile(cwd)
  if (envFile.isErr()) return err(configError({ message: serviceSaying('env_file_unusable'), details: envFile.error }))
  const file = await readConfigFile(cwd, configFile)
  if (file.isErr()) return err(configError({ message: file.error, details: [] }))
  const { values, lines, warnings } = envFile.value
  const env = { ...values, ...set(place.env) }
  // If a value is in both places, the source is the file: the shell that has started this process may have read the
  // file before.
  const lineOf = (variable: string) =>
    values[variable] !== undefined && values[variable] === env[variable] ? (lines[variable] ?? 0) : undefined
  const sourceOf = (variable: string) => {
    const line = lineOf(variable)
    return line === undefined ? ENVIRONMENT : `.env, line ${line}`
  }
  const layers: readonly Layer[] = [
    { source: () => 'command line', content: told },
    { source: sourceOf, content: fromEnvironment(env) },
    { source: () => file.value.path ?? '', content: file.value.content },
  ]
  const given = merge(...layers.map(({ content }) => content))
  const companies = companyLayers(given['companies'], env, layers)
  const resolved = resolveGiven(withCompanies(given, companies), named(lineOf)).andThen((config) =>
    isForService ? demandSecrets(config) : ok(config),
  )
  const isBegun = file.value.path !== undefined || (given['siagh'] !== undefined && given['crm'] !== undefined)
  return resolved
    .mapErr((error) =>
      isBegun
        ? error
        : configError({ ...error.said, details: [...error.said.details, serviceSaying('no_config_file')] }),
    )
    .map((loaded) => {
      const config = withFile(loaded, file.value, cwd)
      return { config, warnings, settings: settingsInForce(config, layers, (name) => companies.get(name)) }
    })
}

const ENVIRONMENT = 'environment'

/** The name of a variable. If the variable comes from `.env`, also its line. */
function named(lineOf: (variable: string) => number | undefined): NameOfVariable {
  return (variable) => {
    const line = lineOf(variable)
    return line === undefined ? variable : serviceSaying('variable_in_line', { variable, line })
  }
}

/** The variables with a value. An empty variable counts as a missing one. */
function set(env: ConfigPlace['env']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => !!entry[1]?.trim()))
}

/**
 * The sources of the settings of each company, by its name: first the variables with its prefix, then the list in the
 * file.
 */
function companyLayers(list: unknown, env: ConfigPlace['env'], [, variables, file]: readonly Layer[]) {
  const companies = (Array.isArray(list) ? list : []).filter(isSection)
  return new Map(
    companies.map((company): [string, readonly Layer[]] => {
      const name = String(company['name'])
      const prefix = prefixOf(name)
      const own = {
        source: (variable: string) => variables?.source(prefix + variable) ?? '',
        content: fromEnvironment(env, prefix),
      }
      return [name, [own, { source: file?.source ?? (() => ''), content: company }]]
    }),
  )
}

function withCompanies(given: Section, layersOf: ReadonlyMap<string, readonly Layer[]>): Section {
  const list = given['companies']
  if (!Array.isArray(list)) return given
  const whole = (company: Section) => merge(layersOf.get(String(company['name']))?.[0]?.content, company)
  return { ...given, companies: list.map((company: unknown) => (isSection(company) ? whole(company) : company)) }
}

/** The database file is beside the configuration file, or where `STORE_FILE` says. */
function withFile(config: ServiceConfig, { path }: ConfigFile, cwd: string): ServiceConfig {
  const { store } = config
  if (store.url !== undefined) return config
  const folder = path === undefined ? cwd : dirname(path)
  const file = store.file === undefined ? resolve(folder, 'siagh-sync.db') : resolve(cwd, store.file)
  const placed = { ...config, store: { ...store, file } }
  return { ...placed, companies: config.companies.map((company) => ({ ...company, store: placed.store })) }
}
