import type { ContactFields, SiaghUser } from '@siagh-sync/siagh-client'
import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { fieldsOfRow } from '../identity/contact-fields'
import { writtenBefore } from '../identity/contact-mapping'
import { draftContact } from '../identity/draft-contact'
import { mergeContact } from '../identity/merge-contact'
import { targetOf } from '../identity/target'
import type { Mapping } from '../ports/store'
import type { FetchedIdentity } from '../reading/read-either-type'
import type { Rules } from '../rules'

/** A contact, and what a sync of its identity would write. */
interface ContactAsSynced {
  /** The values in Siagh now. */
  readonly held: ContactFields
  /** The values in Siagh after the sync. */
  readonly wanted: ContactFields
  /** Whether the sync would write. It does not write while the CRM says the same as at the last write. */
  readonly isWritten: boolean
}

/**
 * Compares a contact with what a sync would write. `id`: the identity's id in the store. An error: the identity
 * cannot be sent to Siagh as it is.
 */
export function contactAsSynced(
  {
    id,
    fetched,
    mapping,
  }: { readonly id: string; readonly fetched: FetchedIdentity; readonly mapping: Mapping | null },
  row: SiaghUser,
  rules: Rules,
): Result<ContactAsSynced, SyncError> {
  return draftContact(fetched, rules).map((draft) => {
    const held = fieldsOfRow(row, id, rules)
    const wanted = mergeContact(held, draft, writtenBefore(mapping), rules)
    return { held, wanted, isWritten: mapping?.fingerprint !== targetOf(fetched, draft, rules).fingerprint }
  })
}
