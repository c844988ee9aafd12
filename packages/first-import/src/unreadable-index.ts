import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Rules, UnreadableIdentity } from '@siagh-sync/sync-core'
import {
  compareNames,
  describeName,
  normalizeId,
  type ContactTable,
  type DescribedName,
} from '@siagh-sync/sync-core/matching'

/** Identities that the CRM lists and does not show. What is in their `refId`, and how they are reached, nobody can say. */
export interface UnreadableIndex {
  readonly has: (id: string) => boolean
  /**
   * Those that may be the contact's: those that the list ties to it, and those of which neither the name nor the customer number in the
   * list shows that they are another's.
   */
  readonly doublesOf: (row: SiaghUser) => Doubles
}

/** The identities that may be a contact's. */
interface Doubles {
  readonly any: readonly UnreadableIdentity[]
  /** The list ties them to the contact: by our mark, the customer number, or the name where the number does not contradict. */
  readonly likely: readonly UnreadableIdentity[]
  /** So many cannot be read that names prove nothing: any contact may be one of them. */
  readonly isAnybody: boolean
}

interface Entry {
  readonly identity: UnreadableIdentity
  readonly name: DescribedName
  /** The `Code` that its customer number names. */
  readonly code: number | null
  /** Whether that is the `Code` of a contact. */
  readonly isContacts: boolean
}

/** A few broken records are told apart by their names. Where it is more than a tenth, and more than these, the CRM as a whole is broken. */
const FEW = 10

/** `readable`: how many identities the CRM did show. */
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
      const mark = normalizeId(row.tmpid)
      const found = entries.map((entry) => ({ entry, tie: tieOf(entry, { code: row.Code, mark, names }) }))
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
 * Customer numbers are typed by hand: one that is another contact's shows that the identity is not this contact's only where the name is
 * not the same either. A number that is nobody's shows nothing.
 */
function tieOf(
  { identity, name, code, isContacts }: Entry,
  contact: { readonly code: number; readonly mark: string | null; readonly names: readonly DescribedName[] },
): Tie {
  if (contact.mark === identity.id || code === contact.code) return 'likely'
  const likenesses = contact.names.map((own) => compareNames(own, name))
  if (likenesses.includes('same')) return isContacts ? 'possible' : 'likely'
  if (isContacts) return 'none'
  return likenesses.length > 0 && likenesses.every((likeness) => likeness === 'different') ? 'none' : 'possible'
}
