import { settings } from '../config/settings'

/** Every variable that is a setting, but for those of one company among several. */
const settingNames: readonly string[] = settings.map(({ variable }) => variable)

const endings = settings.filter(({ isOfCompany }) => isOfCompany).map(({ variable }) => `_${variable}`)

/** Whether `name` is a setting: `PORT`, or, of the company `tehran`, `TEHRAN_CRM_URL`. */
export function isSettingName(name: string): boolean {
  return settingNames.includes(name) || endings.some((ending) => name.endsWith(ending))
}

/** The setting that was meant by `name`, where `name` is no setting but looks much like one: `store_file`, `SIAGH-URL`, `DATABSE_URL`. */
export function meantBy(name: string): string | undefined {
  if (isSettingName(name)) return undefined
  const spelt = spell(name)
  return settingNames.find((known) => {
    const other = spell(known)
    // Among short names, such as PORT and SORT, one letter makes another word.
    return other === spelt || (other.length >= 6 && distance(other, spelt) <= 2)
  })
}

const spell = (name: string) => name.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** How many letters have to be put in, left out or replaced to come from one word to the other. */
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
