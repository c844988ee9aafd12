import type { EntityRef, IdentityType, Progress, SiaghIds } from '@siagh-sync/sync-core'

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
export type ReconcileEvent =
  | {
      readonly kind: 'progress'
      readonly phase: 'reading-crm' | 'reading-siagh' | 'comparing'
      readonly progress: Progress
    }
  | { readonly kind: 'drift'; readonly drift: Drift }
  | { readonly kind: 'finished'; readonly report: ReconcileReport }
