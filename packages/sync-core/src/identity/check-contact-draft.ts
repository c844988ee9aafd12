import { err, ok, type Result } from 'neverthrow'
import type { Issue, SyncError } from '../errors'
import { invalidData } from '../invalid-data'
import { unsendableTexts } from '../iran/unsendable-texts'
import type { Rules } from '../rules'
import type { IdentityType } from '../types'
import { canBeSeen } from './can-be-seen'
import type { ContactDraft, ContactFieldName } from './contact-draft'
import { worded } from '../messages/core-messages'

/** The field of the CRM's object that each contact field comes from. Used as the path of an issue. */
const SOURCES: Readonly<Record<ContactFieldName, string>> = {
  fullname: 'nickName',
  mobileno: 'phoneContacts',
  telno: 'phoneContacts',
  email: 'email',
  websiteaddress: 'website',
  address: 'addressContacts',
  pocode: 'addressContacts',
  passno: 'nationalCode',
  tozihat: 'description',
}

/**
 * Checks whether a draft can be written. Drafts of a site are checked like ours. `invalid_data`: the draft has no
 * name, or a field is not text, is longer than `rules.contact.maxLengths` allows, has lost letters or holds control
 * characters.
 */
export function checkContactDraft(
  draft: ContactDraft,
  type: IdentityType,
  { contact: { maxLengths } }: Rules,
): Result<ContactDraft, SyncError> {
  const issues: Issue[] = []
  const fields: Readonly<Record<string, unknown>> = { ...draft.fields }
  for (const [name, path] of Object.entries(SOURCES) as [ContactFieldName, string][]) {
    const text = fields[name]
    if (typeof text !== 'string') issues.push({ path, ...worded('field_is_no_text', { name }) })
    else issues.push(...textIssues(name, path, text, maxLengths[name]))
  }
  if (!Array.isArray(draft.warnings)) issues.push({ path: 'warnings', ...worded('no_list') })
  const { taraftype } = fields
  if (taraftype !== 0 && taraftype !== 1) issues.push({ path: 'taraftype', ...worded('no_taraftype') })
  return issues.length > 0 ? err(invalidData(type, issues)) : ok(draft)
}

function textIssues(name: ContactFieldName, path: string, text: string, most: number): Issue[] {
  if (name === 'fullname' && !canBeSeen(text)) return [{ path, ...worded('no_name') }]
  const issues = unsendableTexts(text, path)
  if (text.length <= most) return issues
  return [...issues, { path, ...worded('field_too_long', { name, length: text.length, most }) }]
}
