import type { NewOrganization, NewPerson } from '@siagh-sync/crm-client'
import type { Suspicion } from './steps'

/** A contact of Siagh in the CRM's terms. */
export interface IdentityDraft {
  readonly identity: NewPerson | NewOrganization
  readonly suspicions: readonly Suspicion[]
}
