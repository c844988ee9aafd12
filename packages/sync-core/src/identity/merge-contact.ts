import type { ContactFields } from '@siagh-sync/siagh-client'
import type { Rules } from '../rules'
import type { ContactDraft, ContactFieldName } from './contact-draft'

/** What the last write of this contact has recorded. */
export interface WrittenBefore {
  /** The fields that the CRM has filled. */
  readonly filled: readonly string[]
  /** We deactivated the contact when its identity was deleted. */
  readonly deactivated: boolean
  /** The hashes that identify the contact while its `RecordId` is unknown: see `hashesOfMade`. */
  readonly made?: readonly string[]
}

/** A new contact: everything that the CRM says, and our `tmpid`. */
export function newContact(draft: ContactDraft, crmId: string): ContactFields {
  const { taraftype, ...texts } = draft.fields
  const empty = { gender: '', codeostan: '', codeshahr: '', countrycode: '' }
  return { ...empty, ...texts, isactive: true, tmpid: crmId, taraftype }
}

/**
 * The form that updates an existing contact. Siagh empties a field that is sent empty, so the form starts with
 * Siagh's own values. A field that the CRM owns gets the CRM's text. If the CRM has no text, Siagh's text stays,
 * unless that text came from the CRM earlier. If the CRM's text was not understood, Siagh's text stays too.
 */
export function mergeContact(
  held: ContactFields,
  draft: ContactDraft,
  before: WrittenBefore,
  rules: Rules,
): ContactFields {
  const { taraftype, ...texts } = draft.fields
  const isCleared = (field: ContactFieldName) => before.filled.includes(field) && !draft.unsure?.includes(field)
  const taken = rules.contact.owned.filter((field) => texts[field] !== '' || isCleared(field))
  return {
    ...held,
    ...Object.fromEntries(taken.map((field) => [field, texts[field]])),
    isactive: held.isactive || before.deactivated,
    taraftype,
  }
}
