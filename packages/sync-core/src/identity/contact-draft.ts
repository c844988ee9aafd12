import type { Warning } from '../types'

/** The fields of a contact that the CRM can fill, by their names in Siagh's form. */
export type ContactFieldName =
  'fullname' | 'mobileno' | 'telno' | 'email' | 'websiteaddress' | 'address' | 'pocode' | 'passno' | 'tozihat'

/** What the CRM says about a contact. `''`: it says nothing. */
export interface ContactDraftFields extends Readonly<Record<ContactFieldName, string>> {
  /** 0 person, 1 organization. These are not the values of `TowardType`. */
  readonly taraftype: 0 | 1
}

/** An identity of the CRM as a contact, before it is merged with Siagh's own values. */
export interface ContactDraft {
  readonly fields: ContactDraftFields
  readonly warnings: readonly Warning[]
  /** Fields that are empty because the CRM's text was not understood. Siagh keeps its own text in these fields. */
  readonly unsure?: readonly ContactFieldName[]
}
