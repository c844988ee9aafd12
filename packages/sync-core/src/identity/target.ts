import type { Rules } from '../rules'
import { fingerprintOf } from '../fingerprint'
import type { ContactDraft, ContactFieldName } from './contact-draft'
import type { FetchedIdentity } from './fetch-identity'

/** What Siagh has to hold when the run ends. */
export interface Target extends FetchedIdentity {
  readonly draft: ContactDraft
  /** The fields that the CRM owns and has filled. */
  readonly filled: readonly ContactFieldName[]
  /** A hash of what the CRM owns. A change of other fields causes no write. */
  readonly fingerprint: string
}

/** The part of the CRM's data that Siagh has to follow. */
export function targetOf(fetched: FetchedIdentity, draft: ContactDraft, rules: Rules): Target {
  const { taraftype, ...texts } = draft.fields
  const { owned } = rules.contact
  const unsure = owned.filter((field) => draft.unsure?.includes(field))
  const followed = Object.fromEntries(owned.map((field) => [field, texts[field]]))
  return {
    ...fetched,
    draft,
    filled: owned.filter((field) => texts[field] !== ''),
    // Text that is not understood leaves the field as it is. An empty text clears the field. So the two have
    // different fingerprints.
    fingerprint: fingerprintOf({ ...followed, taraftype, ...(unsure.length > 0 && { unsure }) }),
  }
}
