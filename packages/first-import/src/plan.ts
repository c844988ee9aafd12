import type { SyncError, UnreadableIdentity } from '@siagh-sync/sync-core'
import type { MatchedBy, SkipReason } from './import-events'

/** An identity that may belong to a contact, by its number in the table. */
export interface Candidate {
  readonly identity: number
  readonly by: MatchedBy
}

/** The plan for one contact. */
export type Plan =
  | { readonly do: 'leave'; readonly identityId: string }
  | { readonly do: 'skip'; readonly reason: SkipReason }
  | ({ readonly do: 'link' } & Candidate)
  /** `decided`: a person has decided it. */
  | { readonly do: 'create'; readonly decided?: true }
  | { readonly do: 'ask'; readonly candidates: readonly Candidate[] }
  /** Each of the `unreadable` identities may be the contact's. */
  | {
      readonly do: 'hold'
      readonly unreadable: readonly UnreadableIdentity[]
      readonly candidates: readonly Candidate[]
    }
  /** The decision about it cannot be carried out. */
  | { readonly do: 'refuse'; readonly error: SyncError }
