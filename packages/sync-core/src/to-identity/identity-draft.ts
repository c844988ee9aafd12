import type { NewOrganization, NewPerson } from '@siagh-sync/crm-client'

/** Something about a contact that a person should look at. It does not keep it from being imported. */
export type Suspicion =
  /** Another contact of Siagh has the same mobile number. */
  | 'mobile_twice'
  /** Another contact of Siagh has the same national code. */
  | 'national_code_twice'
  | 'national_code_checksum'
  /** Digits of a national or postal code were lost in a spreadsheet, as in `1.23E+09`: it was left out. */
  | 'code_lost_digits'
  /** A person whose national code has the 11 digits of an organization. */
  | 'person_with_legal_id'
  /** An organization whose national id has the 10 digits of a person. */
  | 'organization_with_personal_code'
  /** A number was imported as it is typed. */
  | 'phone_not_understood'
  /** A person's name of one word, which became the last name. */
  | 'name_of_one_word'

/** A contact of Siagh in the CRM's terms. */
export interface IdentityDraft {
  readonly identity: NewPerson | NewOrganization
  readonly suspicions: readonly Suspicion[]
}
