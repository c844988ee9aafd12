import type { Organization, Person } from '@siagh-sync/crm-client'
import { ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { Rules } from '../rules'
import type { IdentityType } from '../types'
import type { ContactDraft } from './contact-draft'

export type { ContactDraft, ContactDraftFields, ContactFieldName } from './contact-draft'

/** Turns an identity of the CRM into a contact of Siagh. */
export function toContact(
  identity: Person | Organization,
  type: IdentityType,
  _rules: Rules,
): Result<ContactDraft, SyncError> {
  return ok({
    fields: {
      fullname: identity.nickName ?? '',
      mobileno: '',
      telno: '',
      email: identity.email ?? '',
      websiteaddress: identity.website ?? '',
      address: '',
      pocode: '',
      passno: identity.nationalCode ?? '',
      tozihat: identity.description ?? '',
      taraftype: type === 'organization' ? 1 : 0,
    },
    warnings: [],
  })
}
