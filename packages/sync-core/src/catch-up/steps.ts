import type { Progress } from '../reading/progress'
import type { EntityKind, EntityRef, IdentityType, SiaghIds } from '../types'

/** Which changes to look for. */
export interface CatchUpOptions {
  /** On the CRM's clock. Default: the stored mark; where there is none, the CRM's newest change, so that only later ones count. */
  readonly since?: Date
  /** Ends it after the page under way; the mark stands where the notes end. */
  readonly signal?: AbortSignal
}

/** What a catch-up came to. */
export interface CatchUpReport {
  /** `false`: the signal ended it. */
  readonly complete: boolean
  /** `find`: changed records alone. `walk`: the CRM refuses `find`, so every identity was noted, and no document could be. */
  readonly by: 'find' | 'walk'
  /** Notes, by kind. */
  readonly noted: Readonly<Record<EntityKind, number>>
  /** Kinds that the CRM refuses to be asked for by `find`. */
  readonly refused: readonly ('person' | 'organization' | 'invoice' | 'quote')[]
  /** Where the next one begins, on the CRM's clock. Absent: the CRM holds no record. */
  readonly mark?: Date
}

/** What a catch-up tells on its way. `finished` is the last. */
export type CatchUpStep =
  | { readonly kind: 'progress'; readonly entity: EntityKind; readonly progress: Progress }
  | { readonly kind: 'finished'; readonly report: CatchUpReport }

/** What to do about drift. */
export interface ReconcileOptions {
  /** Notes what a sync can mend. Default `false`: writes nothing anywhere. */
  readonly repair?: boolean
  readonly signal?: AbortSignal
}

/** A difference between the two sides. */
export type Drift =
  /** Mapped, and no longer in the CRM. */
  | {
      readonly kind: 'identity_gone'
      readonly record: EntityRef
      readonly siagh?: SiaghIds
      readonly repaired: boolean
    }
  /** The CRM lists it and does not show it, neither as a person nor as an organization. `siagh`: its contact, where it is mapped. */
  | {
      readonly kind: 'identity_unreadable'
      readonly record: EntityRef
      readonly siagh?: SiaghIds
      readonly name?: string
      readonly repaired: false
    }
  /** Mapped, and no longer in Siagh. */
  | { readonly kind: 'contact_gone'; readonly record: EntityRef; readonly siagh?: SiaghIds; readonly repaired: false }
  | {
      readonly kind: 'only_in_crm'
      readonly record: EntityRef
      readonly type: IdentityType
      readonly name?: string
      /** Unlinked contacts that look like it. Where there are any, a repair leaves it to a person: see `importContacts`. */
      readonly candidates: readonly SiaghIds[]
      readonly repaired: boolean
    }
  /** What `importContacts` is for. */
  | { readonly kind: 'only_in_siagh'; readonly siagh: SiaghIds; readonly name?: string; readonly repaired: false }
  /** Which fields of the contact, not what is in them. */
  | {
      readonly kind: 'fields_differ'
      readonly record: EntityRef
      readonly siagh: SiaghIds
      readonly fields: readonly string[]
      readonly repaired: boolean
    }
  | { readonly kind: 'in_doubt'; readonly record: EntityRef; readonly repaired: false }
  /** Identities of the CRM that share what should be one's own. */
  | {
      readonly kind: 'duplicate_identities'
      readonly by: 'refId' | 'customerNumber' | 'nationalCode' | 'mobile'
      readonly records: readonly EntityRef[]
      readonly repaired: false
    }
  /** Contacts of Siagh that share what should be one's own. */
  | {
      readonly kind: 'duplicate_contacts'
      readonly by: 'mark' | 'nationalCode' | 'mobile'
      readonly contacts: readonly SiaghIds[]
      readonly repaired: false
    }

/** What a reconcile came to. */
export interface ReconcileReport {
  /** `false`: the signal ended it before both sides were compared. */
  readonly complete: boolean
  readonly contacts: number
  readonly identities: number
  /** Pairs that were compared. */
  readonly compared: number
  readonly drift: Readonly<Partial<Record<Drift['kind'], number>>>
  /** Notes that were made. */
  readonly repaired: number
}

/** What a reconcile tells on its way. `finished` is the last. */
export type ReconcileStep =
  | {
      readonly kind: 'progress'
      readonly phase: 'reading-crm' | 'reading-siagh' | 'comparing'
      readonly progress: Progress
    }
  | { readonly kind: 'drift'; readonly drift: Drift }
  | { readonly kind: 'finished'; readonly report: ReconcileReport }
