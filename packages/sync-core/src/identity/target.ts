import type { Rules } from '../rules'
import { fingerprintOf } from '../fingerprint'
import type { ContactDraft, ContactFieldName } from './contact-draft'
import type { FetchedIdentity } from './fetch-identity'

/** What has to stand in Siagh when the run ends. */
export interface Target extends FetchedIdentity {
  readonly draft: ContactDraft
  /** The fields that the CRM owns and fills. */
  readonly filled: readonly ContactFieldName[]
  /** Of what the CRM owns: a change of anything else is no reason to write. */
  readonly fingerprint: string
}

/** What the CRM says, as far as Siagh has to follow. */
export function targetOf(fetched: FetchedIdentity, draft: ContactDraft, rules: Rules): Target {
  const { taraftype, ...texts } = draft.fields
  const { owned } = rules.contact
  const unsure = owned.filter((field) => draft.unsure?.includes(field))
  const followed = Object.fromEntries(owned.map((field) => [field, texts[field]]))
  return {
    ...fetched,
    draft,
    filled: owned.filter((field) => texts[field] !== ''),
    // What is not understood is not the same as nothing, which clears the field.
    fingerprint: fingerprintOf({ ...followed, taraftype, ...(unsure.length > 0 && { unsure }) }),
  }
}
