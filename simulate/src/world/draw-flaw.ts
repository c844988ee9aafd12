import { dialectSettings, type Dialect, type SettingName, type SettingValue } from '@siagh-sync/sandbox'
import { chanceOf } from '../../../test-support/random'
import type { Side } from '../history/event'

/**
 * A way of the two servers in which the product cannot work. It lasts as long as the faults, and then somebody mends
 * it. Until then the product says so, and writes nothing of what it cannot write.
 */
export interface Flaw {
  readonly dialect: Partial<Dialect>
  /** What cannot be written. `documents`: they are in doubt, because the script of their form breaks off. */
  readonly blocks: 'everything' | 'updates' | 'documents'
  /** The processes log in with a wrong password. */
  readonly wrongPassword?: Side
}

/** The values under which nothing works until a person does something. See docs/dialects.md. */
const SINGLE: readonly Flaw[] = [
  { dialect: { siaghSessionLife: 'no-time' }, blocks: 'everything' },
  { dialect: { crmTokenLife: 'no-time' }, blocks: 'everything' },
  { dialect: { oneTimeCode: 'wanted' }, blocks: 'everything' },
  { dialect: { formIds: 'own' }, blocks: 'everything' },
  { dialect: { contactUpdate: 'refused' }, blocks: 'updates' },
  { dialect: { headerCodes: 'all-needed', scriptFailure: 'leaves-nothing' }, blocks: 'documents' },
  { dialect: { headerCodes: 'all-needed', scriptFailure: 'leaves-document' }, blocks: 'documents' },
]

const FLAWS: readonly Flaw[] = [
  ...SINGLE,
  ...dialectSettings.siaghWrongLogin.values.map((value): Flaw => passwordOf('siagh', { siaghWrongLogin: value })),
  ...dialectSettings.crmWrongLogin.values.map((value): Flaw => passwordOf('crm', { crmWrongLogin: value })),
]

function passwordOf(wrongPassword: Side, dialect: Partial<Dialect>): Flaw {
  return { dialect, blocks: 'everything', wrongPassword }
}

/** Values that no history has yet: the checks cannot judge what comes of them. */
const NOT_JUDGED: ReadonlySet<string> = new Set([
  'contactUpdate makes-another',
  'find blind',
  'findTypeKey empty-finds-nothing',
  'findFilter finds-nothing',
])

/** Whether a value is a flaw by itself, and no way of working, or is not drawn at all. */
export function isFlaw(name: SettingName, value: SettingValue): boolean {
  if (NOT_JUDGED.has(`${name} ${value}`)) return true
  return SINGLE.some(({ dialect }) => Object.keys(dialect).length === 1 && dialect[name] === value)
}

const SHARE = 0.08

/** Draws the flaw of a history. Most have none. */
export function drawFlaw(seed: number): Flaw | undefined {
  if (chanceOf(`${seed} has a flaw`) >= SHARE) return undefined
  return FLAWS[Math.floor(chanceOf(`${seed} flaw`) * FLAWS.length)]
}
