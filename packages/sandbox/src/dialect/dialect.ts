import { crmSettings } from './crm-settings'
import type { SettingValue } from './setting'
import { siaghSettings } from './siagh-settings'

/** Everything that installations do differently, or that nobody has seen. Each setting has all its plausible values. */
export const dialectSettings = { ...siaghSettings, ...crmSettings } as const

/** The name of a setting. */
export type SettingName = keyof typeof dialectSettings

/** One choice of each: how the two servers of one installation answer. */
export type Dialect = { readonly [Name in SettingName]: (typeof dialectSettings)[Name]['values'][number] }

/** The names of all settings, in the order of the registry. */
export const settingNames = Object.keys(dialectSettings) as readonly SettingName[]

/** The most probable choice of each. */
export const defaultDialect = Object.fromEntries(
  settingNames.map((name) => [name, dialectSettings[name].values[0]]),
) as Dialect

const valueNamed = (name: SettingName, text: string): SettingValue => {
  const values: readonly SettingValue[] = dialectSettings[name].values
  const value = values.find((one) => String(one) === text)
  if (value === undefined) throw new Error(`${name} can be ${values.join(', ')}, and not "${text}".`)
  return value
}

const isSetting = (name: string): name is SettingName => Object.hasOwn(dialectSettings, name)

/**
 * Reads choices that were typed as `name=value`. Throws one sentence about the first that is wrong.
 *
 * @example readDialect(['missingId=500', 'tmpidInList=left-out'])
 */
export const readDialect = (choices: readonly string[]): Partial<Dialect> =>
  Object.fromEntries(
    choices.map((choice) => {
      const [name = '', ...rest] = choice.split('=')
      if (!isSetting(name)) throw new Error(`"${name}" is not a setting. The settings are ${settingNames.join(', ')}.`)
      return [name, valueNamed(name, rest.join('='))]
    }),
  )

/** How the servers answer now. It can change while they run. */
export interface Speech {
  readonly now: () => Dialect
  readonly change: (choices: Partial<Dialect>) => void
}

/** The default, with these choices. */
export const createSpeech = (choices: Partial<Dialect>): Speech => {
  let dialect: Dialect = { ...defaultDialect, ...choices }
  return {
    now: () => dialect,
    change: (next) => {
      dialect = { ...dialect, ...next }
    },
  }
}
