import { dialectSettings, settingNames, type Dialect, type SettingName, type SettingValue } from '@siagh-sync/sandbox'
import { chanceOf, createRandom, type Random } from '../../../test-support/random'
import { isFlaw } from './draw-flaw'

/** The settings that were drawn first. Their series stays as it was, so that old seeds draw the same. */
const FIRST_DRAWN = [
  'siaghSessionEnd',
  'crmSessionEnd',
  'recordIdInList',
  'codesInList',
  'flagsInList',
  'emptyTextInList',
  'noAccountParty',
  'crmUnset',
  'identityType',
  'searchPages',
  'findTotal',
  'findFields',
  'webhookOnCreate',
] as const satisfies readonly SettingName[]

/** What the histories decide by themselves. */
const OF_THE_HISTORY: ReadonlySet<SettingName> = new Set(['documentDiscount'])

/** How often a setting is otherwise than usual. */
const SHARE = 0.12

/**
 * Draws how the two servers of a history answer. Every setting of the registry is drawn, without the values under
 * which nothing works. Of series of its own, so that the other draws of a seed stay as they were.
 */
export function drawDialect(seed: number): Partial<Dialect> {
  const first = drawFirst(createRandom(seed ^ 0x3c6ef372))
  return chanceOf(`${seed} speaks as usual`) < 0.25 ? first : { ...first, ...drawFurther(seed) }
}

function drawFirst(random: Random): Partial<Dialect> {
  if (random.chance(0.34)) return {}
  const chosen = FIRST_DRAWN.filter(() => random.chance(0.3))
  const isStatus = (name: SettingName, value: unknown) => !name.endsWith('SessionEnd') || typeof value === 'number'
  return Object.fromEntries(
    chosen.flatMap((name) => {
      const values = dialectSettings[name].values.filter((value) => isStatus(name, value))
      const value = values[random.int(0, values.length - 1)]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

/** Each setting is drawn by its name, so that a new one changes nothing about the others. */
function drawFurther(seed: number): Partial<Dialect> {
  return Object.fromEntries(
    settingNames.flatMap((name) => {
      if (OF_THE_HISTORY.has(name) || chanceOf(`${seed} has another ${name}`) >= SHARE) return []
      const [, ...others]: readonly SettingValue[] = dialectSettings[name].values
      const values = others.filter((value) => !isFlaw(name, value))
      const value = values[Math.floor(chanceOf(`${seed} ${name}`) * values.length)]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}
