import type { Warning } from '../types'

/** The fields of a contact that the CRM can say something about, under the names of Siagh's form. */
export type ContactFieldName =
  'fullname' | 'mobileno' | 'telno' | 'email' | 'websiteaddress' | 'address' | 'pocode' | 'passno' | 'tozihat'

/** What the CRM says about a contact; `''`: it says nothing. */
export interface ContactDraftFields extends Readonly<Record<ContactFieldName, string>> {
  /** 0 person, 1 organization: not the number of `TowardType`. */
  readonly taraftype: 0 | 1
}

/** An identity of the CRM in Siagh's terms, before it is merged with what Siagh holds. */
export interface ContactDraft {
  readonly fields: ContactDraftFields
  readonly warnings: readonly Warning[]
  /** Fields that are empty because what the CRM says was not understood: Siagh keeps what it holds. */
  readonly unsure?: readonly ContactFieldName[]
}
