import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Rules } from '@siagh-sync/sync-core'
import { typeOfRow } from '@siagh-sync/sync-core/matching'
import type { ContactRows } from './contact-rows'
import type { IdentityIndex } from './identity-index'
import type { MappingIndex } from './mapping-index'
import type { Candidate } from './plan'
import type { ImportDecision } from './import-events'
import type { UnreadableIndex } from './unreadable-index'

/** Both sides, and what is known about them. */
export interface Sides {
  readonly contacts: ContactRows
  readonly identities: IdentityIndex
  readonly unreadable: UnreadableIndex
  readonly mappings: MappingIndex
  readonly decisions: ReadonlyMap<number, ImportDecision>
  readonly rules: Rules
}

/** Whether both sides take it for a person, or for an organization. */
export function isOfType({ identities, rules }: Sides, row: SiaghUser, { identity }: Candidate): boolean {
  return identities.at(identity).type === typeOfRow(row, rules)
}
