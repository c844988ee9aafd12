import type { ContactFields } from '@siagh-sync/siagh-client'
import type { Rules } from '../rules'
import type { ContactDraft, ContactFieldName } from './contact-draft'

/** What the last write of this contact left behind. */
export interface WrittenBefore {
  /** The fields that the CRM filled. */
  readonly filled: readonly string[]
  /** We switched the contact off when its identity was deleted. */
  readonly deactivated: boolean
  /** What the contact is known by while its `RecordId` is not known: see `marksOfMade`. */
  readonly made?: readonly string[]
}

/** A new contact: all that the CRM says, and our mark. */
export function newContact(draft: ContactDraft, crmId: string): ContactFields {
  const { taraftype, ...texts } = draft.fields
  const empty = { gender: '', codeostan: '', codeshahr: '', countrycode: '' }
  return { ...empty, ...texts, isactive: true, tmpid: crmId, taraftype }
}

/**
 * An existing contact as it has to be written: Siagh empties what is sent empty, so this starts from what Siagh holds. A field
 * that the CRM owns takes the CRM's text; where the CRM has none, Siagh's is kept unless it came from the CRM earlier, and kept too where
 * the CRM says something that was not understood.
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
