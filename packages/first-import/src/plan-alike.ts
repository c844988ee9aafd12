import type { SiaghUser } from '@siagh-sync/siagh-client'
import { LIKE_BY, likenessOfContact } from '@siagh-sync/sync-core/matching'
import type { Candidate, Plan } from './plan'
import { isOfType, type ImportBasis } from './import-basis'

/** A longer list would not help a person to decide. */
const MOST_CANDIDATES = 10

/**
 * The plan for a contact that nothing names. If exactly one identity is like it in a way that the rules accept, and
 * no surer way disagrees, the two are linked. Other similar identities are left to a person. Without a similar
 * identity the contact is new.
 */
export function planAlike(basis: ImportBasis, row: SiaghUser, isFree: (identity: number) => boolean): Plan {
  const { identities, pairs, rules } = basis
  const alike = identities.alike(likenessOfContact(row, rules))
  const candidates: Candidate[] = []
  for (const by of LIKE_BY) {
    const found = alike[by]
      .filter((identity) => isFree(identity) && pairs.codeOf(identity) === undefined)
      .map((identity): Candidate => ({ identity, by }))
    const [one] = found
    const isOnly = one && found.length === 1 && candidates.every(({ identity }) => identity === one.identity)
    if (isOnly && rules.import.accept.includes(by) && isOfType(basis, row, one)) return { do: 'link', ...one }
    const isNew = ({ identity }: Candidate) => !candidates.some((other) => other.identity === identity)
    candidates.push(...found.filter(isNew))
  }
  return candidates.length === 0 ? { do: 'create' } : { do: 'ask', candidates: candidates.slice(0, MOST_CANDIDATES) }
}
