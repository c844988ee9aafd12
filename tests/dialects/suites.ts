import { dialectSettings, type SettingName } from '@siagh-sync/sandbox'
import { cases, type Case } from './cases'

/** Settings that a catch-up has to do with: how the CRM lists and shows records. */
const isOfLists = (name: SettingName) => /^(?:find|search|crm|missingId|wrongKind|identityType)/.test(name)

/** An import reads both servers before it writes, so it has nothing to do where one of them lets nobody in. */
const isReadable = ({ name, value }: Case) => name !== 'oneTimeCode' && value !== 'no-time'

/** Under which values each test of this folder runs, by the name of its file. */
export const suites = {
  flow: cases,
  import: cases.filter(isReadable),
  'catch-up': cases.filter(({ name, reasons }) => isOfLists(name) && reasons === undefined),
} as const

/** Under which wrong logins the test of logins runs. */
export const wrongLogins = (['siagh', 'crm'] as const).flatMap((side) => {
  const name = `${side}WrongLogin` as const
  return dialectSettings[name].values.map((value) => ({ side, name, value }))
})

/** The tests that run under at least one value of a setting, by the names of their files. */
export function testsOf(name: SettingName): readonly string[] {
  const all = { ...suites, logins: wrongLogins }
  return Object.entries(all).flatMap(([suite, ran]) => (ran.some((each) => each.name === name) ? [suite] : []))
}
