import type { IdentityType, Progress, Suspicion, SyncError, UnreadableIdentity } from '@siagh-sync/sync-core'

/**
 * What a person decided about a contact: which identity it is, that it is none of them and is to be made, or that it stays out. An
 * identity with the contact's `RecordId` as `refId` keeps `create` from making another.
 */
export type ImportDecision = { readonly link: string } | 'create' | 'skip'

/** How an import goes about it. */
export interface ImportOptions {
  /** Says what would be done and writes nothing anywhere. Default `false`. */
  readonly dryRun?: boolean
  /** By Siagh `Code`. What stands here goes before every way of matching but the mapping. */
  readonly decisions?: ReadonlyMap<number, ImportDecision>
  /** How many contacts are brought into the CRM at once. Default 4. Throws where it is no whole number above 0. */
  readonly concurrency?: number
  /** Ends the import after what is under way; what is left is left to the next one. */
  readonly signal?: AbortSignal
}

/** By what a contact and an identity were found to be the same, the surest first. */
export type MatchedBy =
  /** The store had them together already. */
  | 'mapping'
  /** A person said so. */
  | 'decision'
  /** The contact carries the identity's id, which this product writes when it makes a contact. */
  | 'mark'
  | 'refId'
  | 'customerNumber'
  | 'nationalCode'
  | 'mobile'
  /** The same name, folded, and the same telephone number. */
  | 'nameAndPhone'

/** Why a contact stays out of the CRM, or is left to a person. */
export type SkipReason =
  /** One of Siagh's own users. */
  | 'admin'
  /** By the rule `import.inactive`. */
  | 'inactive'
  /** By a decision, or by the rule `import.accept`. */
  | 'by_decision'
  /** It has no name. */
  | 'no_name'
  /** Its identity was deleted in the CRM. */
  | 'identity_gone'
  /** A sync that was interrupted may have made it for an identity, and will find it again. */
  | 'being_synced'
  /**
   * Undecided: the CRM lists an identity that it does not show, and nothing shows that it is not the contact's. The next import decides,
   * once the identity can be read; or a person, by `create` or `skip`.
   */
  | 'identity_unreadable'

/** An identity that may be the contact's. */
export interface ImportCandidate {
  readonly identityId: string
  readonly name?: string
  readonly customerNumber?: string
  /** As they are typed, the first of them. */
  readonly telephone?: string
  /** `state، city، address`, as much of it as is known. */
  readonly address?: string
  /** `unreadable`: the CRM lists it and does not show it, so that nobody can say that it is not. */
  readonly by: MatchedBy | 'unreadable'
}

/** What becomes of one contact; in a dry run, what would. */
export interface ImportedContact {
  readonly code: number
  readonly recordId: string
  readonly name: string
  readonly type: IdentityType
  /** As Siagh has them, for who has to decide. */
  readonly telephone?: string
  readonly address?: string
  readonly action:
    | 'created'
    /** Found in the CRM. */
    | 'linked'
    /** The store had it already. */
    | 'unchanged'
    | 'skipped'
    /** It looks like the candidates; a person has to say. */
    | 'undecided'
    | 'failed'
  readonly by?: MatchedBy
  readonly identityId?: string
  readonly reason?: SkipReason
  /** Where it is undecided. */
  readonly candidates: readonly ImportCandidate[]
  readonly suspicions: readonly Suspicion[]
  /** Where it failed. The next import tries it again. */
  readonly error?: SyncError
}

/** How far one of the two servers was read. */
export type ReadState = 'not' | 'partly' | 'whole'

/** What an import came to. Counts of contacts. */
export interface ImportReport {
  readonly dryRun: boolean
  /** `false`: the signal ended it. */
  readonly complete: boolean
  /** How far each side was read. */
  readonly read: Readonly<Record<'crm' | 'siagh', ReadState>>
  /** As many as were read. */
  readonly contacts: number
  /** As many as were read. */
  readonly identities: number
  /** Identities that the CRM lists and does not show. */
  readonly unreadable: number
  readonly actions: Readonly<Record<ImportedContact['action'], number>>
  readonly linkedBy: Readonly<Partial<Record<MatchedBy, number>>>
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>
  readonly suspicions: Readonly<Partial<Record<Suspicion, number>>>
  /** Whether the CRM answered whole pages by `find`, or one identity at a time. */
  readonly readBy: 'find' | 'search'
}

/** What an import tells on its way. `finished` is the last. */
export type ImportEvent =
  | {
      readonly kind: 'progress'
      /** `waiting`: another import holds the company, or was killed and holds it a little longer. */
      readonly phase: 'waiting' | 'reading-crm' | 'reading-siagh' | 'matching' | 'writing'
      readonly progress: Progress
    }
  /** The CRM lists it and does not show it, neither as a person nor as an organization. */
  | { readonly kind: 'unreadable'; readonly identity: UnreadableIdentity }
  | { readonly kind: 'contact'; readonly contact: ImportedContact }
  | { readonly kind: 'finished'; readonly report: ImportReport }
