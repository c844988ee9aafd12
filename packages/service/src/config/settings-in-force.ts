import { resolveRules } from '@siagh-sync/sync-core'
import { prefixOf } from './from-environment'
import { merge } from './merge'
import { isSection, valueAt, type Section } from './paths'
import type { Config, ServiceConfig } from './resolve-config'
import { settings, type Setting } from './settings'

/** A setting with its value and its source. */
export interface SettingInForce {
  /**
   * Its path in the configuration file. Example: `webhook.port`. For one of several companies:
   * `companies.tehran.crm.username`.
   */
  readonly path: string
  /** Its name in the environment. Most rules have none. */
  readonly variable?: string
  readonly value: unknown
  /** `default`, `command line`, `environment`, `.env, line 3`, or the path of the configuration file. */
  readonly source: string
  /** Whether the value must not be shown. */
  readonly isSecret: boolean
}

/** One source of settings. */
export interface Layer {
  readonly content: Section
  /** The name of the source, for the setting of `variable`. */
  readonly source: (variable: string) => string
}

/**
 * Every setting of a configuration with its source. `shared`: the sources of the settings outside of the list of
 * companies. `ownOf`: the sources of a company in the list. Earlier sources override later ones.
 */
export function settingsInForce(
  config: ServiceConfig,
  shared: readonly Layer[],
  ownOf: (name: string) => readonly Layer[] | undefined,
): SettingInForce[] {
  return config.companies.flatMap((company, index) => {
    const own = ownOf(company.company)
    if (own === undefined) return [...rows(settings, company, shared), ...ruleRows(company, shared)]
    const at = { path: `companies.${company.company}.`, variable: prefixOf(company.company) }
    const all = [...own, ...shared.map((layer) => ({ ...layer, content: inherited(layer.content) }))]
    const isOwn = ({ isOfCompany }: Setting) => isOfCompany
    const isShared = ({ isOfCompany, path }: Setting) => !isOfCompany && path !== 'company'
    return [
      ...(index === 0 ? rows(settings.filter(isShared), company, shared) : []),
      ...rows(settings.filter(isOwn), company, all, at),
      ...ruleRows(company, all, at),
    ]
  })
}

const NOWHERE = { path: '', variable: '' }

function rows(
  some: readonly Setting[],
  config: Config,
  layers: readonly Layer[],
  at: typeof NOWHERE = NOWHERE,
): SettingInForce[] {
  const whole = { ...config, rules: resolveRules(config.rules) }
  return some.flatMap(({ path, variable, isSecret }) => {
    const value = valueAt(whole, path)
    const source = sourceOf(path, variable, layers)
    return value === undefined
      ? []
      : [{ path: at.path + path, variable: at.variable + variable, value, source, isSecret }]
  })
}

/** The rules that have no variable. They can only be set in the file, which is the last source. */
function ruleRows({ rules }: Config, layers: readonly Layer[], at: typeof NOWHERE = NOWHERE): SettingInForce[] {
  return leavesOf({ rules }, '')
    .filter(([path]) => !settings.some((setting) => path === setting.path || path.startsWith(`${setting.path}.`)))
    .map(([path, value]) => ({ path: at.path + path, value, source: layers.at(-1)?.source('') ?? '', isSecret: false }))
}

function sourceOf(path: string, variable: string, layers: readonly Layer[]): string {
  // If one source replaces a whole section, a setting of that section in another source is not in force.
  if (valueAt(merge(...layers.map(({ content }) => content)), path) === undefined) return 'default'
  return layers.find(({ content }) => valueAt(content, path) !== undefined)?.source(variable) ?? 'default'
}

function inherited({ siagh, crm, rules, mode, hold }: Section): Section {
  const sections = Object.entries({ siagh, crm, rules }).filter(([, section]) => isSection(section))
  return { ...Object.fromEntries(sections), ...(mode !== undefined && { mode }), ...(hold !== undefined && { hold }) }
}

function leavesOf(section: Section, path: string): [string, unknown][] {
  return Object.entries(section).flatMap(([name, value]) =>
    isSection(value) ? leavesOf(value, `${path}${name}.`) : [[path + name, value] as [string, unknown]],
  )
}
