import type { SandboxClock } from '../clock'
import type { Speech } from '../dialect/dialect'
import type { ContactTable } from './contact-table'
import type { SiaghRow } from './siagh-row'

/**
 * Hands out account party codes (طرف حساب) and knows whose they are. Where a contact never becomes one, a pre-invoice takes the contact's own
 * `Code` instead.
 */
export interface AccountParties {
  /** The account party code of the new contact with this code: `null` as long as it is none. */
  readonly forNew: (code: number) => number | null
  /** Makes a contact an account party, as a person at Siagh's screen does. `undefined`: there is no such contact. */
  readonly give: (code: number) => number | undefined
  /** The contact that a pre-invoice with this `codemoshtari` bills. */
  readonly billed: (customerCode: number) => SiaghRow | undefined
}

// 7 digits, as in the one recorded row.
const firstParty = 5_500_015
const afterMs = 3 * 60_000

/** No account parties yet. */
export const createAccountParties = (contacts: ContactTable, speech: Speech, clock: SandboxClock): AccountParties => {
  let next = firstParty
  const give = (code: number): number | undefined => {
    const row = contacts.get(code)
    if (row === undefined) return undefined
    const party = row.AccountPartyCode ?? next++
    contacts.put({ ...row, AccountPartyCode: party })
    return party
  }
  return {
    forNew: (code) => {
      const { accountParty } = speech.now()
      if (accountParty === 'after-minutes') clock.after(afterMs, () => void give(code))
      return accountParty === 'with-contact' ? next++ : null
    },
    give,
    billed: (customerCode) =>
      speech.now().accountParty === 'never'
        ? contacts.get(customerCode)
        : contacts.all().find(({ AccountPartyCode }) => AccountPartyCode === customerCode),
  }
}
