import type { NewOrganization, NewPerson } from '@siagh-sync/crm-client'

/** Something about a contact that a person should look at. The contact is imported all the same. */
export type Suspicion =
  /** Another contact of Siagh has the same mobile number. */
  | 'mobile_twice'
  /** Another contact of Siagh has the same national code. */
  | 'national_code_twice'
  | 'national_code_checksum'
  /** A spreadsheet has destroyed digits of a national or postal code, as in `1.23E+09`. The code was left out. */
  | 'code_lost_digits'
  /** A person with a national code of 11 digits, as an organization has it. */
  | 'person_with_legal_id'
  /** An organization with a national id of 10 digits, as a person has it. */
  | 'organization_with_personal_code'
  /** A telephone number was imported as it was typed. */
  | 'phone_not_understood'
  /** A person's name of one word. It became the last name. */
  | 'name_of_one_word'

/** A contact of Siagh as an identity of the CRM. */
export interface IdentityDraft {
  readonly identity: NewPerson | NewOrganization
  readonly suspicions: readonly Suspicion[]
}
