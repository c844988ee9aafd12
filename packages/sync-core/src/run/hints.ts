import type { ChangeEvent, IdentityType } from '../types'

/** What the sender of a change has said about the record. It may be wrong. */
export interface Hints {
  readonly event?: ChangeEvent
  readonly type?: IdentityType
  /** It is the customer of a document that goes to Siagh, so it is brought whatever `contact.accept` says. */
  readonly isCustomer?: boolean
}
