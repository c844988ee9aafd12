import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '@siagh-sync/sync-core'
import type { ContactSummary } from './describe-contact'
import type { ImportedContact } from './import-events'
import type { Linking } from './link-identity'

/** The answer to the making of a contact's identity was lost. The identity has to be looked for before it is made again. */
export interface LostCreate {
  /** The number of the contact. */
  readonly lost: number
  readonly error: SyncError
  /** When the answer failed to come. */
  readonly at: number
}

/** What became of one contact. `left`: the import was ended before anything was done about it. */
export type ContactResult = { readonly contact: ImportedContact } | LostCreate | 'left'

/** An error ends the import. */
export type ContactWork = Promise<Result<ContactResult, SyncError>>

/** The result of a contact of which all is known. */
export function resultOf(contact: ImportedContact): Result<ContactResult, SyncError> {
  return ok({ contact })
}

/** The result of a link. Only a store that takes nothing ends the import: what was made is found by the next one. */
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
