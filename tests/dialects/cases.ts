import { dialectSettings, settingNames, type Dialect, type SettingName, type SettingValue } from '@siagh-sync/sandbox'
import type { RulesInput, SyncErrorKind } from '@siagh-sync/sync-core'

/** Why records stay out of Siagh. `waiting`: they wait for a server that answers nothing. */
type Reason = SyncErrorKind | 'waiting'

/** One value of one setting, while everything else is as usual. */
export interface Case {
  readonly name: SettingName
  readonly value: SettingValue
  readonly dialect: Partial<Dialect>
  /** Why records stay out of Siagh as long as the rules are the usual ones. Absent: they do not. */
  readonly reasons?: readonly Reason[]
  /** The rules under which it works. Absent: it works without, or not at all. */
  readonly rules?: RulesInput
  /** The same reasons after people at Siagh have done what the failures say, and some time has passed. Default: none. */
  readonly stays?: boolean
  /** How many contacts are made twice before siagh-sync can know better. Default 0. */
  readonly doubles?: number
}

type Special = Pick<Case, 'reasons' | 'rules' | 'stays' | 'doubles'> & { readonly also?: Partial<Dialect> }

/** The values under which siagh-sync needs a rule, or cannot work. It works under all others. */
const specials: Readonly<Record<string, Special>> = {
  'siaghSessionLife: no-time': { reasons: ['waiting'], stays: true },
  'crmTokenLife: no-time': { reasons: ['waiting'], stays: true },
  'oneTimeCode: wanted': { reasons: ['unauthorized'], stays: true },
  'formIds: own': {
    reasons: ['rejected'],
    stays: true,
    rules: { forms: { contact: '3A001', preInvoice: '5B002' } },
  },
  'contactUpdate: makes-another': { reasons: ['rejected'], stays: true, doubles: 1 },
  'contactUpdate: refused': { reasons: ['rejected'], stays: true },
  'accountParty: after-minutes': { reasons: ['no_account_party'] },
  'accountParty: by-hand': { reasons: ['no_account_party'] },
  'accountParty: never': {
    reasons: ['no_account_party'],
    stays: true,
    rules: { preInvoice: { customer: 'contact' } },
  },
  // A script breaks off where a code is missing.
  'scriptFailure: leaves-nothing': { reasons: ['in_doubt'], stays: true, also: { headerCodes: 'all-needed' } },
  'scriptFailure: leaves-document': { reasons: ['in_doubt'], stays: true, also: { headerCodes: 'all-needed' } },
  'towardType: true-is-person': { rules: { organizationTowardType: false } },
}

// A number that must be unique hides a contact that was made twice.
const UNHIDDEN = { uniqueNumbers: 'none' } as const

/** Every value of every setting. */
export const cases: readonly Case[] = settingNames.flatMap((name) =>
  dialectSettings[name].values.map((value) => {
    const { also, ...special } = specials[`${name}: ${value}`] ?? {}
    return { name, value, dialect: { ...UNHIDDEN, ...also, [name]: value }, ...special }
  }),
)
