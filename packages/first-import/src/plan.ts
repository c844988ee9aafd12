import type { SyncError, UnreadableIdentity } from '@siagh-sync/sync-core'
import type { MatchedBy, SkipReason } from './import-events'

/** An identity that may be a contact's, by its number in the index. */
export interface Candidate {
  readonly identity: number
  readonly by: MatchedBy
}

/** What is to be done about one contact. */
export type Plan =
  | { readonly do: 'leave'; readonly identityId: string }
  | { readonly do: 'skip'; readonly reason: SkipReason }
  | ({ readonly do: 'link' } & Candidate)
  /** `decided`: a person has said so. */
  | { readonly do: 'create'; readonly decided?: true }
  | { readonly do: 'ask'; readonly candidates: readonly Candidate[] }
  /** Nobody can say that it is none of the `unreadable`. */
  | {
      readonly do: 'hold'
      readonly unreadable: readonly UnreadableIdentity[]
      readonly candidates: readonly Candidate[]
    }
  /** What was decided about it cannot be done. */
  | { readonly do: 'refuse'; readonly error: SyncError }
