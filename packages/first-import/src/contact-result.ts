import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '@siagh-sync/sync-core'
import type { ContactSummary } from './describe-contact'
import type { ImportedContact } from './import-events'
import type { Linking } from './link-identity'

/** The answer to the create of an identity was lost. Before the identity is created again, it has to be looked for. */
export interface LostCreate {
  /** The number of the contact. */
  readonly lost: number
  readonly error: SyncError
  /** When the error came. */
  readonly at: number
}

/** The result for one contact. `left`: the import was ended before this contact. */
export type ContactResult = { readonly contact: ImportedContact } | LostCreate | 'left'

/** The work on one contact. An error ends the import. */
export type ContactWork = Promise<Result<ContactResult, SyncError>>

/** The result of a contact that is done. */
export function resultOf(contact: ImportedContact): Result<ContactResult, SyncError> {
  return ok({ contact })
}

/** The result of linking. Only a store that is away ends the import. The next import finds the created identity. */
export function resultOfLinking(
  linking: Result<Linking, SyncError>,
  summary: ContactSummary,
  action: 'linked' | 'created',
): Result<ContactResult, SyncError> {
  if (linking.isOk()) {
    return linking.value === 'being_synced'
      ? resultOf({ ...summary, action: 'skipped', reason: 'being_synced' })
      : resultOf({ ...summary, action })
  }
  const { error } = linking
  return error.kind === 'store_unavailable' ? err(error) : resultOf({ ...summary, action: 'failed', error })
}
