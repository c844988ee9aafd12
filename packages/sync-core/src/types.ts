/** What is synchronised: a person or organization, an invoice, a quote. */
export type EntityKind = 'identity' | 'invoice' | 'quote'

/** What becomes a pre-invoice. */
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

/** What the CRM says has happened. A hint: the state is read from the CRM when the change is handled. */
export type ChangeEvent = 'insert' | 'update' | 'delete'

/** What set a run off. */
export type Trigger =
  | 'webhook'
  | 'catch-up'
  | 'import'
  /** `retry` or `settleInDoubt`. */
  | 'operator'
  /** `syncIdentity`, `syncInvoice` or `syncQuote`. */
  | 'direct'
  /** A run that asked for another one, to record a `RecordId` once it is known; or a failure whose reason is gone. */
  | 'revisit'

/** Something changed in the CRM. */
export interface Change extends EntityRef {
  readonly event: ChangeEvent
  /** Person or organization, where the sender knows. */
  readonly type?: IdentityType
  /** Default `webhook`. */
  readonly trigger?: Trigger
}

/** What `receive` answers once the change is on disk. */
export interface Receipt {
  /** `identity/<id>`, `invoice/<id>`, `quote/<id>`. */
  readonly key: string
  readonly generation: number
}

/** What a handled change came to. */
export type OutcomeKind =
  /** A contact or a pre-invoice was made. */
  | 'created'
  /** A contact was written. */
  | 'updated'
  /** A contact that already existed in Siagh was found to be this identity's, and equal to it. */
  | 'linked'
  /** Nothing to write. */
  | 'unchanged'
  /** The record was deleted in the CRM: it was in Siagh before, or the CRM's webhook said so. Any other missing one is `not_found`. */
  | 'gone'
  /** The site's rules do not let the document through. */
  | 'skipped'
  /** The document was changed in the CRM after its pre-invoice was made; nothing was written. */
  | 'changed-after-posting'

/** Something a person should look at that did not stop the record. */
export type Warning =
  | 'national_code_checksum'
  /** Digits of a national code, a postal code or a customer number were lost in a spreadsheet, as in `1.23E+09`: it is not used. */
  | 'code_lost_digits'
  | 'phone_not_understood'
  | 'phone_left_out'
  | 'contact_deactivated'
  /** The CRM refused to take the contact's `RecordId` into `refId`. */
  | 'record_id_not_written_back'
  | 'toll_in_remarks'
  | 'additional_costs_in_remarks'
  | 'remarks_shortened'

/** What Siagh calls the counterpart of a record. */
export interface SiaghIds {
  /** `Code` of a contact, internal code of a pre-invoice. */
  readonly code: string
  /** `RecordId` of a contact, once it is known. */
  readonly recordId?: string
  /** Number of a pre-invoice, where Siagh told it. */
  readonly number?: string
}

/** What became of one record. */
export interface Outcome extends EntityRef {
  readonly outcome: OutcomeKind
  /** The ids on Siagh's side; absent where there is nothing on that side. */
  readonly siagh?: SiaghIds
  readonly warnings: readonly Warning[]
}
