import type { NewOrganization, NewPerson, Organization, Person } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { ContactDraft } from '../identity/contact-draft'
import { toContact } from '../identity/to-contact'
import type { Rules } from '../rules'
import type { IdentityType } from '../types'
import { toIdentity } from './to-identity'

/** What the CRM will say about a contact once it has been imported and nobody has touched it since. */
export function draftOfImport(row: SiaghUser, type: IdentityType, rules: Rules): Result<ContactDraft, SyncError> {
  const draftIdentity = rules.toIdentity ?? toIdentity
  return draftIdentity(row, type, rules).andThen(({ identity }) => draftOfSent(identity, type, rules))
}

/** What the CRM will say about an identity that was just sent to it. */
export function draftOfSent(
  sent: NewPerson | NewOrganization,
  type: IdentityType,
  rules: Rules,
): Result<ContactDraft, SyncError> {
  return (rules.toContact ?? toContact)(asRead(sent, ''), type, rules)
}

/** An identity as the CRM will answer it. */
export function asRead(sent: NewPerson | NewOrganization, crmId: string): Person | Organization {
  return { ...sent, crmId, phoneContacts: sent.phoneContacts ?? [], addressContacts: sent.addressContacts ?? [] }
}
