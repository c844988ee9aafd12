/** What is synchronised: a person or organization, an invoice, a quote. */
export type EntityKind = 'identity' | 'invoice' | 'quote'

/** The kinds that become a pre-invoice. */
export type DocumentKind = Exclude<EntityKind, 'identity'>

/** One record of the CRM, within one company. `id` is a GUID in lower case. */
export interface EntityRef {
  readonly kind: EntityKind
  readonly id: string
}

/** One record of the CRM, across all companies of a store. */
export interface RecordKey extends EntityRef {
  readonly company: string
}

/** The two types of identity, which the CRM keeps apart. */
export type IdentityType = 'person' | 'organization'

/** What has happened, according to the CRM. Only a hint: the state is read from the CRM when the change is handled. */
export type ChangeEvent = 'insert' | 'update' | 'delete'

/** What `find` of the CRM lists: each type of identity, and each kind of document. */
export type FoundKind = IdentityType | DocumentKind

/** What has started a run. */
export type Trigger =
  | 'webhook'
  | 'catch-up'
  | 'import'
  /** `retry` or `settleInDoubt`. */
  | 'operator'
  /** `syncIdentity`, `syncInvoice` or `syncQuote`. */
  | 'direct'
  /**
   * A run has asked for another one, to record a `RecordId` when that is known; or the reason of a failure is gone.
   */
  | 'revisit'

/** A change in the CRM. */
export interface Change extends EntityRef {
  readonly event: ChangeEvent
  /** The type of the identity. Absent: the sender does not know it. */
  readonly type?: IdentityType
  /** Default `webhook`. */
  readonly trigger?: Trigger
}

/** What `receive` returns when the change is on disk. */
export interface Receipt {
  /** Examples: `identity/<id>`, `invoice/<id>`, `quote/<id>`. */
  readonly key: string
  readonly generation: number
}

/** What a run has done. */
export type OutcomeKind =
  /** A contact or a pre-invoice was created. */
  | 'created'
  /** A contact was written. */
  | 'updated'
  /** A contact in Siagh was found to belong to this identity and to be equal to it. */
  | 'linked'
  /** There was nothing to write. */
  | 'unchanged'
  /**
   * The record was deleted in the CRM: it was in Siagh before, or the CRM's webhook has reported the deletion. Any
   * other missing record is `not_found`.
   */
  | 'gone'
  /** The site's rules do not accept the document or the identity. Nothing was written. */
  | 'skipped'
  /** The document was changed in the CRM after its pre-invoice was created. Nothing was written. */
  | 'changed-after-posting'
  /** The sync is in shadow. What would have been written was noted, and nothing was written. */
  | 'shadowed'
  /** An operator has released what was held. */
  | 'released'
  /** An operator has refused what was held. */
  | 'refused'
  /** An operator has asked for another attempt. */
  | 'retried'

/** Something that a person should look at. It did not stop the record. */
export type Warning =
  | 'national_code_checksum'
  /**
   * A spreadsheet has destroyed digits of a national code, a postal code or a customer number, as in `1.23E+09`. The
   * code is not used.
   */
  | 'code_lost_digits'
  | 'phone_not_understood'
  | 'phone_left_out'
  | 'contact_deactivated'
  /** The CRM did not accept the contact's `RecordId` in `refId`. */
  | 'record_id_not_written_back'
  | 'toll_in_remarks'
  | 'additional_costs_in_remarks'
  | 'remarks_shortened'

/** The ids of the counterpart in Siagh. */
export interface SiaghIds {
  /** `Code` of a contact, internal code of a pre-invoice. */
  readonly code: string
  /** `RecordId` of a contact, when it is known. */
  readonly recordId?: string
  /** Number of a pre-invoice. Absent: Siagh did not return it. */
  readonly number?: string
}

/** The result for one record. */
export interface Outcome extends EntityRef {
  readonly outcome: OutcomeKind
  /** The ids in Siagh. Absent: there is nothing in Siagh. */
  readonly siagh?: SiaghIds
  readonly warnings: readonly Warning[]
}
