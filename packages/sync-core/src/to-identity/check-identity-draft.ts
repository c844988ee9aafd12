import { err, ok, type Result } from 'neverthrow'
import type { Issue, SyncError } from '../errors'
import { canBeSeen } from '../identity/can-be-seen'
import { invalidData } from '../invalid-data'
import { unsendableTexts } from '../iran/unsendable-texts'
import type { IdentityDraft } from './identity-draft'
import { worded } from '../messages/core-messages'

/**
 * Checks whether an identity can be created. Drafts of a site are checked like ours. `invalid_data`: it has no name,
 * or a text of it has lost letters or holds control characters.
 */
export function checkIdentityDraft(draft: IdentityDraft): Result<IdentityDraft, SyncError> {
  const { nickName = '', ...rest } = draft.identity
  const { firstName = '', lastName = '' } = 'firstName' in rest || 'lastName' in rest ? rest : {}
  const issues: Issue[] = unsendableTexts(draft.identity, '')
  if (!canBeSeen(`${nickName}${firstName}${lastName}`))
    issues.push({ path: 'nickName', ...worded('contact_without_name') })
  if (!Array.isArray(draft.suspicions)) issues.push({ path: 'suspicions', ...worded('no_list') })
  return issues.length > 0 ? err(invalidData('contact', issues)) : ok(draft)
}
