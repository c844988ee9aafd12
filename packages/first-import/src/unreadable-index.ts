import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Rules, UnreadableIdentity } from '@siagh-sync/sync-core'
import {
  compareNames,
  describeName,
  normalizeId,
  type ContactTable,
  type DescribedName,
} from '@siagh-sync/sync-core/matching'

/** Identities that the CRM lists and does not show. Nobody knows their `refId` or their telephone numbers. */
export interface UnreadableIndex {
  readonly has: (id: string) => boolean
  /**
   * The identities that may be the contact's: those that the list ties to the contact, and those with a name and a
   * customer number in the list that do not exclude it.
   */
  readonly doublesOf: (row: SiaghUser) => Doubles
}

/** The identities that may belong to a contact. */
interface Doubles {
  readonly any: readonly UnreadableIdentity[]
  /**
   * The list ties them to the contact: by our `tmpid`, by the customer number, or by the name if the number does not
   * disagree.
   */
  readonly likely: readonly UnreadableIdentity[]
  /** So many identities cannot be read that names prove nothing: every contact may be one of them. */
  readonly isAnybody: boolean
}

interface Entry {
  readonly identity: UnreadableIdentity
  readonly name: DescribedName
  /** The `Code` in its customer number. */
  readonly code: number | null
  /** Whether that `Code` belongs to a contact. */
  readonly isContacts: boolean
}

/**
 * A few broken records can be distinguished by their names. If more than a tenth is broken, and more than this
 * number, the CRM as a whole is broken.
 */
const FEW = 10

/** Creates the index. `readable`: how many identities the CRM has shown. */
export function createUnreadableIndex(
  unreadable: readonly UnreadableIdentity[],
  readable: number,
  contacts: ContactTable,
  rules: Rules,
): UnreadableIndex {
  const ids = new Set(unreadable.map(({ id }) => id))
  const isAnybody = unreadable.length > Math.max(FEW, (unreadable.length + readable) / 10)
  const entries = describeAll(unreadable, contacts, rules)
  return {
    has: (id) => ids.has(id),
    doublesOf(row) {
      if (entries.length === 0) return { any: [], likely: [], isAnybody }
      const names = [row.Name, row.NickName].flatMap((name) => (name ? [describeName(name)] : []))
      const ourTmpid = normalizeId(row.tmpid)
      const found = entries.map((entry) => ({ entry, tie: tieOf(entry, { code: row.Code, ourTmpid, names }) }))
      const of = (...ties: readonly Tie[]) =>
        found.filter(({ tie }) => ties.includes(tie)).map(({ entry }) => entry.identity)
      return { any: of('likely', 'possible'), likely: of('likely'), isAnybody }
    },
  }
}

function describeAll(unreadable: readonly UnreadableIdentity[], contacts: ContactTable, rules: Rules): Entry[] {
  return unreadable.map((identity) => {
    const code = identity.customerNumber ? rules.customerNumber.decode(identity.customerNumber) : null
    return {
      identity,
      name: describeName(identity.name ?? ''),
      code,
      isContacts: code !== null && contacts.hasCode(code),
    }
  })
}

type Tie = 'likely' | 'possible' | 'none'

/**
 * Customer numbers are typed by hand. A number of another contact excludes this contact only if the names differ too.
 * A number that belongs to no contact proves nothing.
 */
function tieOf(
  { identity, name, code, isContacts }: Entry,
  contact: { readonly code: number; readonly ourTmpid: string | null; readonly names: readonly DescribedName[] },
): Tie {
  if (contact.ourTmpid === identity.id || code === contact.code) return 'likely'
  const likenesses = contact.names.map((own) => compareNames(own, name))
  if (likenesses.includes('same')) return isContacts ? 'possible' : 'likely'
  if (isContacts) return 'none'
  return likenesses.length > 0 && likenesses.every((likeness) => likeness === 'different') ? 'none' : 'possible'
}
