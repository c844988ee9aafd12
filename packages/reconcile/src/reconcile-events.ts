import type { EntityRef, IdentityType, Progress, SiaghIds } from '@siagh-sync/sync-core'

/** The options of a reconcile. */
export interface ReconcileOptions {
  /** Notes the records that a sync can correct. Default `false`: nothing is written. */
  readonly repair?: boolean
  readonly signal?: AbortSignal
}

/** A difference between Siagh and the CRM. */
export type Drift =
  /** The identity is mapped, and no longer in the CRM. */
  | {
      readonly kind: 'identity_gone'
      readonly record: EntityRef
      readonly siagh?: SiaghIds
      readonly repaired: boolean
    }
  /**
   * The CRM lists the identity, but shows it neither as a person nor as an organization. `siagh`: its contact, if it
   * is mapped.
   */
  | {
      readonly kind: 'identity_unreadable'
      readonly record: EntityRef
      readonly siagh?: SiaghIds
      readonly name?: string
      readonly repaired: false
    }
  /** The identity is mapped, and its contact is no longer in Siagh. */
  | { readonly kind: 'contact_gone'; readonly record: EntityRef; readonly siagh?: SiaghIds; readonly repaired: false }
  | {
      readonly kind: 'only_in_crm'
      readonly record: EntityRef
      readonly type: IdentityType
      readonly name?: string
      /**
       * Contacts without a mapping that are like it. If there are any, a repair leaves it to a person: see
       * `importContacts`.
       */
      readonly candidates: readonly SiaghIds[]
      readonly repaired: boolean
    }
  /** `importContacts` brings these contacts into the CRM. */
  | { readonly kind: 'only_in_siagh'; readonly siagh: SiaghIds; readonly name?: string; readonly repaired: false }
  /** The names of the differing fields, without their values. */
  | {
      readonly kind: 'fields_differ'
      readonly record: EntityRef
      readonly siagh: SiaghIds
      readonly fields: readonly string[]
      readonly repaired: boolean
    }
  | { readonly kind: 'in_doubt'; readonly record: EntityRef; readonly repaired: false }
  /** Identities of the CRM that share a value which should be unique. */
  | {
      readonly kind: 'duplicate_identities'
      readonly by: 'refId' | 'customerNumber' | 'nationalCode' | 'mobile'
      readonly records: readonly EntityRef[]
      readonly repaired: false
    }
  /** Contacts of Siagh that share a value which should be unique. */
  | {
      readonly kind: 'duplicate_contacts'
      readonly by: 'tmpid' | 'nationalCode' | 'mobile'
      readonly contacts: readonly SiaghIds[]
      readonly repaired: false
    }

/** The result of a reconcile. */
export interface ReconcileReport {
  /** `false`: the signal ended it before both systems were compared. */
  readonly complete: boolean
  readonly contacts: number
  readonly identities: number
  /** Pairs that were compared. */
  readonly compared: number
  readonly drift: Readonly<Partial<Record<Drift['kind'], number>>>
  /** How many records were noted. */
  readonly repaired: number
}

/** What a reconcile reports while it works. `finished` is the last event. */
export type ReconcileEvent =
  | {
      readonly kind: 'progress'
      readonly phase: 'reading-crm' | 'reading-siagh' | 'comparing'
      readonly progress: Progress
    }
  | { readonly kind: 'drift'; readonly drift: Drift }
  | { readonly kind: 'finished'; readonly report: ReconcileReport }
