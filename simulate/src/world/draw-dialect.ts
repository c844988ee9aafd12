import { dialectSettings, type Dialect, type SettingName } from '@siagh-sync/sandbox'
import { createRandom } from '../../../test-support/random'

/** The settings that a history may have otherwise: how answers look. The plan draws others by itself. */
const DRAWN = [
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

/**
 * Draws how the two servers of a history answer: as usual in one of three, else with some settings otherwise. Of a
 * series of its own, so that the other draws of a seed stay as they were.
 */
export function drawDialect(seed: number): Partial<Dialect> {
  const random = createRandom(seed ^ 0x3c6ef372)
  if (random.chance(0.34)) return {}
  const chosen = DRAWN.filter(() => random.chance(0.3))
  // Only a status: after the other forms nobody can tell an ended session from a lost answer.
  const isStatus = (name: SettingName, value: unknown) => !name.endsWith('SessionEnd') || typeof value === 'number'
  return Object.fromEntries(
    chosen.flatMap((name) => {
      const values = dialectSettings[name].values.filter((value) => isStatus(name, value))
      const value = values[random.int(0, values.length - 1)]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}
