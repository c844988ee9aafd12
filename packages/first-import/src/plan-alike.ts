import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Candidate, Plan } from './plan'
import { isOfType, type Sides } from './sides'

/** More would help nobody to decide. */
const MOST_CANDIDATES = 10

/** The surest first. */
const WAYS = ['nationalCode', 'mobile', 'nameAndPhone'] as const

/**
 * What is to be done about a contact that nothing names. One identity that is like it in a way that the rules accept, and that no
 * surer way contradicts, is linked; any other that is like it is for a person to decide. Nothing alike: it is new.
 */
export function planAlike(sides: Sides, row: SiaghUser, isFree: (identity: number) => boolean): Plan {
  const { identities, contacts, mappings, rules } = sides
  const alike = identities.alike(contacts.likenessOf(row))
  const candidates: Candidate[] = []
  for (const by of WAYS) {
    const found = alike[by]
      .filter((identity) => isFree(identity) && mappings.codeOf(identity) === undefined)
      .map((identity): Candidate => ({ identity, by }))
    const [one] = found
    const isOnly = one && found.length === 1 && candidates.every(({ identity }) => identity === one.identity)
    if (isOnly && rules.import.accept.includes(by) && isOfType(sides, row, one)) return { do: 'link', ...one }
    const isNew = ({ identity }: Candidate) => !candidates.some((other) => other.identity === identity)
    candidates.push(...found.filter(isNew))
  }
  return candidates.length === 0 ? { do: 'create' } : { do: 'ask', candidates: candidates.slice(0, MOST_CANDIDATES) }
}
