import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { Rules } from '../rules'
import { callMapping } from '../run/call-mapping'
import { checkContactDraft } from './check-contact-draft'
import type { ContactDraft } from './contact-draft'
import type { FetchedIdentity } from './fetch-identity'
import { toContact } from './to-contact'

/**
 * Turns an identity into a contact with the site's own `toContact` or with ours. The result is checked in the same
 * way.
 */
export function draftContact({ identity, type }: FetchedIdentity, rules: Rules): Result<ContactDraft, SyncError> {
  const mapping = rules.toContact ?? toContact
  return callMapping(
    'toContact',
    () => mapping(identity, type, rules),
    (draft) => checkContactDraft(draft, type, rules),
  )
}
