import type { NewOrganization, NewPerson, Organization, Person } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { draftContact } from '../identity/draft-contact'
import type { FetchedIdentity } from '../identity/fetch-identity'
import { targetOf, type Target } from '../identity/target'
import { foldId } from '../key'
import type { Rules } from '../rules'
import type { IdentityType } from '../types'
import { callMapping } from '../run/call-mapping'
import { checkIdentityDraft } from '../to-identity/check-identity-draft'
import type { IdentityDraft } from '../to-identity/identity-draft'
import { toIdentity } from '../to-identity/to-identity'

/**
 * Turns a contact into an identity with the site's own `toIdentity` or with ours. The result is checked in the same
 * way. `refId` is always the `RecordId`: it identifies the contact again after an interrupted import.
 */
export function draftIdentity(row: SiaghUser, type: IdentityType, rules: Rules): Result<IdentityDraft, SyncError> {
  const mapping = rules.toIdentity ?? toIdentity
  const draft = callMapping('toIdentity', () => mapping(row, type, rules), checkIdentityDraft)
  return draft.map(({ identity, ...rest }) => ({ ...rest, identity: { ...identity, refId: row.RecordId } }))
}

/** What a sync will find in the CRM when it handles the identity that was sent to the CRM. */
export function targetOfSent(
  crmId: string,
  sent: NewPerson | NewOrganization,
  type: IdentityType,
  rules: Rules,
): Result<Target, SyncError> {
  return targetOfRead({ type, identity: asAnswered(sent, crmId) }, rules)
}

/** What a sync finds in the CRM. */
export function targetOfRead(fetched: FetchedIdentity, rules: Rules): Result<Target, SyncError> {
  return draftContact(fetched, rules).map((draft) => targetOf(fetched, draft, rules))
}

/**
 * Whether an import has made this identity from this contact, and the identity was not changed since. Then the CRM
 * has no news: only the spelling differs.
 */
export function isAsImported(row: SiaghUser, { identity, type, fingerprint }: Target, rules: Rules): boolean {
  if (!identity.refId || foldId(identity.refId) !== foldId(row.RecordId)) return false
  return draftIdentity(row, type, rules)
    .andThen((draft) => targetOfSent(identity.crmId, draft.identity, type, rules))
    .map((imported) => imported.fingerprint === fingerprint)
    .unwrapOr(false)
}

/** An identity as the CRM will return it. */
function asAnswered(sent: NewPerson | NewOrganization, crmId: string): Person | Organization {
  return { ...sent, crmId, phoneContacts: sent.phoneContacts ?? [], addressContacts: sent.addressContacts ?? [] }
}
