import type { IdentityType, Progress, Suspicion, SyncError, UnreadableIdentity } from '@siagh-sync/sync-core'

/**
 * The decision of a person about a contact: link it to this identity, create an identity, or leave the contact out.
 * `create` creates nothing if an identity has the contact's `RecordId` as `refId`.
 */
export type ImportDecision = { readonly link: string } | 'create' | 'skip'

/** The options of an import. */
export interface ImportOptions {
  /** Only says what would be done, and writes nothing. Default `false`. */
  readonly dryRun?: boolean
  /** Decisions by Siagh `Code`. A decision overrides every way of matching except the mapping. */
  readonly decisions?: ReadonlyMap<number, ImportDecision>
  /** How many contacts are brought into the CRM at once. Default 4. Throws if it is not a whole number above 0. */
  readonly concurrency?: number
  /** Ends the import after the work under way. The next import does the rest. */
  readonly signal?: AbortSignal
}

/** How a contact and an identity were found to be the same. The surest way comes first. */
export type MatchedBy =
  /** The store already had this pair. */
  | 'mapping'
  /** A person has decided. */
  | 'decision'
  /** The contact carries the identity's id. Siagh-sync writes it when it creates a contact. */
  | 'tmpid'
  | 'refId'
  | 'customerNumber'
  | 'nationalCode'
  | 'mobile'
  /** The same name (folded) and the same telephone number. */
  | 'nameAndPhone'

/** Why a contact is left out, or left to a person. */
export type SkipReason =
  /** One of Siagh's own users. */
  | 'admin'
  /** Because of the rule `import.inactive`. */
  | 'inactive'
  /** Because of a decision, or of the rule `import.accept`. */
  | 'by_decision'
  /** It has no name. */
  | 'no_name'
  /** Its identity was deleted in the CRM. */
  | 'identity_gone'
  /** An interrupted sync may have created the contact for an identity. That sync will find it again. */
  | 'being_synced'
  /**
   * Undecided: the CRM lists an identity and does not show it, and nothing proves that it is not the contact's. The
   * next import decides when the identity can be read. A person can also decide, with `create` or `skip`.
   */
  | 'identity_unreadable'

/** An identity that may be the contact's. */
export interface ImportCandidate {
  readonly identityId: string
  readonly name?: string
  readonly customerNumber?: string
  /** The first telephone number, as it was typed. */
  readonly telephone?: string
  /** `state، city، address`. Unknown parts are left out. */
  readonly address?: string
  /** `unreadable`: the CRM lists the identity and does not show it, so nobody can exclude it. */
  readonly by: MatchedBy | 'unreadable'
}

/** The result for one contact. In a dry run, the result that it would have. */
export interface ImportedContact {
  readonly code: number
  readonly recordId: string
  readonly name: string
  readonly type: IdentityType
  /** The values in Siagh, for the person who has to decide. */
  readonly telephone?: string
  readonly address?: string
  readonly action:
    | 'created'
    /** Found in the CRM. */
    | 'linked'
    /** The store already had the pair. */
    | 'unchanged'
    | 'skipped'
    /** It is like the candidates. A person has to decide. */
    | 'undecided'
    | 'failed'
  readonly by?: MatchedBy
  readonly identityId?: string
  readonly reason?: SkipReason
  /** The candidates of an undecided contact. */
  readonly candidates: readonly ImportCandidate[]
  readonly suspicions: readonly Suspicion[]
  /** The error of a failed contact. The next import tries again. */
  readonly error?: SyncError
}

/** How much of a server was read. */
export type ReadState = 'not' | 'partly' | 'whole'

/** The result of an import. Counts of contacts. */
export interface ImportReport {
  readonly dryRun: boolean
  /** `false`: the signal ended the import. */
  readonly complete: boolean
  /** How much of each system was read. */
  readonly read: Readonly<Record<'crm' | 'siagh', ReadState>>
  /** The number of contacts that were read. */
  readonly contacts: number
  /** The number of identities that were read. */
  readonly identities: number
  /** Identities that the CRM lists, but does not show. */
  readonly unreadable: number
  readonly actions: Readonly<Record<ImportedContact['action'], number>>
  readonly linkedBy: Readonly<Partial<Record<MatchedBy, number>>>
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>
  readonly suspicions: Readonly<Partial<Record<Suspicion, number>>>
  /** `find`: the CRM returned whole pages. `search`: one identity at a time. */
  readonly readBy: 'find' | 'search'
}

/** What an import reports while it works. `finished` is the last event. */
export type ImportEvent =
  | {
      readonly kind: 'progress'
      /** `waiting`: another import of the company is running, or was killed and its lease has not ended yet. */
      readonly phase: 'waiting' | 'reading-crm' | 'reading-siagh' | 'matching' | 'writing'
      readonly progress: Progress
    }
  /** The CRM lists this identity, but shows it neither as a person nor as an organization. */
  | { readonly kind: 'unreadable'; readonly identity: UnreadableIdentity }
  | { readonly kind: 'contact'; readonly contact: ImportedContact }
  | { readonly kind: 'finished'; readonly report: ImportReport }
