import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '@siagh-sync/sync-core'
import type { Linking } from './link-identity'
import type { ImportedContact } from './import-events'
import type { Told } from './tell-contact'

/** A contact, by its number, for which an identity may have been made: it has to be looked for. */
export interface Unknown {
  readonly unknown: number
  readonly error: SyncError
  /** When the answer failed to come. */
  readonly at: number
}

/** What became of one contact. `left`: the import was ended before anything was done about it. */
export type Settled = { readonly contact: ImportedContact } | Unknown | 'left'

/** An error ends the import. */
export type Settling = Promise<Result<Settled, SyncError>>

/** This is what became of it. */
export function settled(contact: ImportedContact): Result<Settled, SyncError> {
  return ok({ contact })
}

/** What a link has come to. Only a store that takes nothing ends the import: what was made is found by the next one. */
export function settledBy(
  linking: Result<Linking, SyncError>,
  told: Told,
  action: 'linked' | 'created',
): Result<Settled, SyncError> {
  if (linking.isOk()) {
    return linking.value === 'being_synced'
      ? settled({ ...told, action: 'skipped', reason: 'being_synced' })
      : settled({ ...told, action })
  }
  const { error } = linking
  return error.kind === 'store_unavailable' ? err(error) : settled({ ...told, action: 'failed', error })
}
