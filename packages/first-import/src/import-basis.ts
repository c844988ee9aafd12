import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Rules } from '@siagh-sync/sync-core'
import { typeOfRow, type ContactTable } from '@siagh-sync/sync-core/matching'
import type { ContactTwins } from './contact-twins'
import type { IdentityTable } from './identity-table'
import type { ImportDecision } from './import-events'
import type { KnownPairs } from './known-pairs'
import type { Candidate } from './plan'
import type { UnreadableIndex } from './unreadable-index'

/**
 * Everything that an import uses to decide: both systems as they were read, the pairs that the store knows, and the
 * decisions of a person.
 */
export interface ImportBasis {
  readonly contacts: ContactTable
  readonly twins: ContactTwins
  readonly identities: IdentityTable
  readonly unreadable: UnreadableIndex
  readonly pairs: KnownPairs
  readonly decisions: ReadonlyMap<number, ImportDecision>
  readonly rules: Rules
}

/** Whether both systems agree that it is a person, or an organization. */
export function isOfType({ identities, rules }: ImportBasis, row: SiaghUser, { identity }: Candidate): boolean {
  return identities.at(identity).type === typeOfRow(row, rules)
}
