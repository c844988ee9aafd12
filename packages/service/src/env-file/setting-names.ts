import { settings } from '../config/settings'

/** Every variable of a setting, without those of one company among several. */
const settingNames: readonly string[] = settings.map(({ variable }) => variable)

const endings = settings.filter(({ isOfCompany }) => isOfCompany).map(({ variable }) => `_${variable}`)

/** Whether `name` is the variable of a setting. Examples: `PORT`, or `TEHRAN_CRM_URL` for the company `tehran`. */
export function isSettingName(name: string): boolean {
  return settingNames.includes(name) || endings.some((ending) => name.endsWith(ending))
}

/**
 * The setting that somebody has probably meant by `name`, which is no setting but looks similar: `store_file`,
 * `SIAGH-URL`, `DATABSE_URL`.
 */
export function meantBy(name: string): string | undefined {
  if (isSettingName(name)) return undefined
  const spelt = spell(name)
  return settingNames.find((known) => {
    const other = spell(known)
    // In a short name one letter makes another word: PORT and SORT.
    return other === spelt || (other.length >= 6 && distance(other, spelt) <= 2)
  })
}

const spell = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** How many letters must be added, removed or replaced to turn one word into the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of Array.from(one).entries()) {
    const above = row
    row = [index + 1]
    for (const [place, candidate] of Array.from(other).entries()) {
      const replaced = (above[place] ?? 0) + (letter === candidate ? 0 : 1)
      row.push(Math.min(replaced, (above[place + 1] ?? 0) + 1, (row[place] ?? 0) + 1))
    }
  }
  return row.at(-1) ?? 0
}
